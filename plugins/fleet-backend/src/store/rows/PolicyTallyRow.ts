/** A row of `policy_tallies`, without its nulls: what became of one report. */
export interface PolicyTallyRow {
  cluster: string;
  collection: string;
  object_key: string;
  hash: string;
  /** The last listing that named it. */
  listing?: string;
  pass: number;
  fail: number;
  warn: number;
  error: number;
  skip: number;
  capped_of?: number;
  /** JSON: the counts that it carries, where they are others. */
  stated?: string;
  /** From when on what it tells is old, in UTC. */
  stale_at?: string;
  /** JSON: ids of the results that it lists, or listed before it was cut short. */
  results: string;
}

export const policyTallyColumns = [
  'cluster',
  'collection',
  'object_key',
  'hash',
  'listing',
  'pass',
  'fail',
  'warn',
  'error',
  'skip',
  'capped_of',
  'stated',
  'stale_at',
  'results',
] as const satisfies readonly (keyof PolicyTallyRow)[];
