/** A row of `links`. */
export interface LinkRow {
  /** Of an entity, or of an owner that the config maps to. */
  ref: string;
  record_id: string;
  /** What proves it. */
  proof: string;
}
