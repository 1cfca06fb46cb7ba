/** A row of `git_owned`, without its nulls. */
export interface GitOwnedRow {
  /** Of the object within the fleet, whenever and by whomever it is read. */
  id: string;
  cluster: string;
  collection: string;
  /** Empty for the core group. */
  api_group: string;
  /** In which it was read last. */
  version?: string;
  kind: string;
  namespace?: string;
  name: string;
  /** Of the application that the object said last it was deployed by. */
  owner_key?: string;
  /** The listing that named it last, of those that come in more than one page. */
  listing?: string;
  /** Whether anything of it is not as Git had set it. */
  differs: boolean;
  /** When to judge it again without a change. */
  ask_at?: string;
  value: string;
}

export const gitOwnedColumns = [
  'id',
  'cluster',
  'collection',
  'api_group',
  'version',
  'kind',
  'namespace',
  'name',
  'owner_key',
  'listing',
  'differs',
  'ask_at',
  'value',
] as const satisfies readonly (keyof GitOwnedRow)[];
