/** Which part of the ledger a screen is about. */
export interface DriftScope {
  key: 'entity' | 'owner' | 'cluster';
  value: string;
}
