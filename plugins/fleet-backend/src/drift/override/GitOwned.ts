import type { FieldManager } from './LiveFields';

/** What Git's managers had set of an object, and what became of it. JSON, kept by the store. */
export interface GitOwned {
  /** Git's managers as they were when one of them was seen last. */
  managers: FieldManager[];
  /** By JSONPath: the index of the manager, and the value as JSON text. */
  fields: Record<string, [manager: number, value: string]>;
  /** What is not as Git had set it; absent: nothing. Whether it is drift is for the application to say, and that may change. */
  changes?: FieldChange[];
  /** Why the values that Git's manager once set are not its to keep, as Git says itself. */
  leftAlone?: string;
  /** Why Git's manager will not correct this object, though Git does not say so. */
  uncorrected?: string;
  /** Since when the object is gone. */
  deletedAt?: string;
}

/** A field that is not as Git had set it. */
export interface FieldChange {
  path: string;
  from: string;
  /** Absent: it is gone. */
  to?: string;
  /** Path of the outermost item of a list that is gone with it. */
  item?: string;
  /** Who owns it now. */
  managers: FieldManager[];
  /** When it was seen first beside its application, and what that had applied then. */
  seen?: { at: string; revision?: string };
}
