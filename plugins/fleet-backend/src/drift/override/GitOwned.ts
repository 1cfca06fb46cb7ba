import type { FieldManager } from './LiveFields';

/** What Git's managers had set of an object. JSON, kept by the store. */
export interface GitOwned {
  /** Git's managers as they were when one of them was seen last. */
  managers: FieldManager[];
  /** By JSONPath: the index of the manager, and the value as JSON text. */
  fields: Record<string, [manager: number, value: string]>;
  /** Since when the object is gone. */
  deletedAt?: string;
}
