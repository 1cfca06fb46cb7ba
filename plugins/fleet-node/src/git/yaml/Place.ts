import type { Node } from 'yaml';
import { slotsAlong, type Slot } from './Slot';
import { valueAt } from './stepsOf';
import type { YamlPath } from './YamlEdit';
import type { YamlError } from './YamlError';
import type { YamlText } from './YamlText';

/** Where a path leads to, or how far. */
export interface Place {
  /** For messages: `spec.nodeGroups`. */
  name: string;
  /** Where it stands in the text. */
  at: number;
  /** None for a whole document. */
  slot?: Slot;
  /** The slot that it lies in. */
  above?: Slot;
  /** What stands there. None, when that is null, written as nothing. */
  node?: Node;
  /** The steps of the path that lead nowhere. */
  missing: YamlPath;
  /** Whether the first of these has a value by a merge key. */
  isMerged: boolean;
  /** An error that points to it. */
  refuse: (message: string) => YamlError;
}

/** Follows a path as far as it goes. */
export function findPlace(
  yaml: YamlText,
  document: number,
  path: YamlPath,
): Place {
  const root = yaml.documents[document].contents as Node;
  const slots = slotsAlong(root, path);
  const [slot, above] = [slots.at(-1), slots.at(-2)];
  const at = slot?.start ?? root.range![0];
  const next = path.slice(0, slots.length + 1);
  return {
    name: path.slice(0, slots.length).join('.') || 'the document',
    at,
    slot,
    above,
    node: slot ? slot.node : root,
    missing: path.slice(slots.length),
    isMerged:
      next.length > slots.length &&
      valueAt(yaml.valueOf(document), next) !== undefined,
    refuse: message => yaml.errorAt(at, message),
  };
}
