import type { JsonValue } from '@backstage/types';

/** Keys and, in lists, positions from 0 on: `['spec', 'nodeGroups', 0, 'minSize']`. @public */
export type YamlPath = readonly (string | number)[];

/**
 * What is to become of a YAML text. A string stays a string, quoted where it would be read as a number, a boolean or a date.
 *
 * `set` writes a value, and the keys above it that are missing; of a map or a list it touches only what differs. `insert` puts a value
 * into a list, at the end where no position is given, and makes the list where it is missing. `delete` takes a key or an item out.
 *
 * @public
 */
export type YamlEdit =
  | { op: 'set'; path: YamlPath; value: JsonValue }
  | { op: 'insert'; path: YamlPath; value: JsonValue; at?: number }
  | { op: 'delete'; path: YamlPath };

/** Which document of a text with several is meant: the one whose fields are like that. @public */
export interface YamlDocumentChoice {
  apiVersion?: string;
  kind?: string;
  name?: string;
  namespace?: string;
}

/** A change that was made, as small as it is. @public */
export interface YamlChange {
  path: YamlPath;
  /** Absent: there was none. */
  from?: JsonValue;
  /** Absent: there is none any more. */
  to?: JsonValue;
  /** Where it begins, from 1 on, in the text as it was before this change. */
  line: number;
  /** Where its value came from until now, when that was another place: `the alias *size`. */
  overrides?: string;
}

/** A text that was edited. @public */
export interface YamlEdited {
  text: string;
  /** In the order in which they were made; none, when all was so already. */
  changes: YamlChange[];
}
