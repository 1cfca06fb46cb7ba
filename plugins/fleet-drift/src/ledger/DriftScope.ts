/** Which part of the ledger a screen is about. */
export interface DriftScope {
  key: 'entity' | 'cluster';
  value: string;
  /** Whether it holds what belongs to several entities. */
  sum: boolean;
}
