/** A row of `applies`, without its nulls. */
export interface ApplyRow {
  id: string;
  cluster: string;
  /** Of the application. */
  record_id: string;
  at: string;
  revision?: string;
  objects: string;
  judged: boolean;
}
