import type { JsonValue } from '@backstage/types';
import { isAlias, isMap, isSeq, type Node } from 'yaml';
import { addEntry, addItem } from './addToCollection';
import { deleteSlot } from './deleteSlot';
import { setValue } from './setValue';
import { isCollection, slotsAlong, type Slot } from './Slot';
import type { Splice } from './Splice';
import { valueAt } from './stepsOf';
import type { YamlEdit, YamlPath } from './YamlEdit';
import type { YamlText } from './YamlText';

/** What has to be replaced in a text for an edit. */
export interface Step {
  splices: Splice[];
  /** Where it happens. */
  at: number;
  /** Where the value came from until now, when that was another place. */
  overrides?: string;
}

/** @throws YamlError, when there is no such place, or it belongs to another one. */
export function applyStep(
  yaml: YamlText,
  document: number,
  edit: YamlEdit,
): Step {
  const root = yaml.documents[document].contents as Node;
  const slots = slotsAlong(root, edit.path);
  const slot = slots.at(-1);
  const missing = edit.path.slice(slots.length);
  const node = slot ? slot.node : root;
  const at = slot?.start ?? root.range![0];
  const name = (path: YamlPath) => path.join('.') || 'the document';
  const there = name(edit.path.slice(0, slots.length));
  const refuse = (message: string) => yaml.errorAt(at, message);

  const isMerged =
    missing.length > 0 &&
    valueAt(yaml.valueOf(document), [
      ...edit.path.slice(0, slots.length),
      missing[0],
    ]) !== undefined;
  if (isAlias(node) && missing.length > 0) {
    throw refuse(
      `${there} repeats what &${node.source} says: edit it there, or write it out here first`,
    );
  }
  if (isMerged && (edit.op !== 'set' || missing.length > 1)) {
    throw refuse(
      `${there} has ${missing[0]} from a merge key (<<): edit it where it is from, or write it out here first`,
    );
  }

  if (edit.op === 'delete') {
    return { at, splices: deletion(yaml, slots, refuse) };
  }
  if (missing.length === 0) {
    if (edit.op === 'insert' && isSeq(node) && node.items.length > 0) {
      const index = edit.at ?? node.items.length;
      if (index < 0 || index > node.items.length) {
        throw refuse(
          `${there} has ${node.items.length} items: nothing can be inserted at ${index}`,
        );
      }
      return { at, splices: [addItem(yaml, node, edit.value, index)] };
    }
    if (edit.op === 'insert' && node && !isSeq(node)) {
      throw refuse(`${there} is no list`);
    }
    if (!slot) {
      throw refuse('a whole document cannot be replaced');
    }
    return {
      at,
      splices: setValue(yaml, slot, valueOf(edit)),
      overrides: isAlias(node) ? `the alias *${node.source}` : undefined,
    };
  }

  if (
    missing.some(step => typeof step === 'number') ||
    (node && !isMap(node))
  ) {
    throw refuse(
      `there is no ${name(
        edit.path,
      )}, and it cannot be made: ${there} is ${kindOf(node)}`,
    );
  }
  const overrides = isMerged ? 'a merge key (<<)' : undefined;
  if (isCollection(node) && node.items.length > 0) {
    const [key, ...rest] = missing.map(String);
    const value = within(rest, valueOf(edit));
    return { at, splices: [addEntry(yaml, node, key, value)], overrides };
  }
  if (!slot) {
    throw refuse('the document is empty: write it anew');
  }
  return {
    at,
    splices: setValue(yaml, slot, within(missing.map(String), valueOf(edit))),
  };
}

function deletion(
  yaml: YamlText,
  slots: Slot[],
  refuse: (message: string) => Error,
): Splice[] {
  const [above, slot] = [slots.at(-2), slots.at(-1)];
  if (slot && slot.parent.items.length > 1) {
    return [deleteSlot(yaml, slot)];
  }
  if (!slot || !above) {
    throw refuse('nothing would be left: delete the file instead');
  }
  return setValue(yaml, above, isMap(slot.parent) ? {} : []);
}

function valueOf(edit: Exclude<YamlEdit, { op: 'delete' }>): JsonValue {
  return edit.op === 'insert' ? [edit.value] : edit.value;
}

function within(keys: string[], value: JsonValue): JsonValue {
  return keys.reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value);
}

function kindOf(node: Node | undefined): string {
  if (isSeq(node)) {
    return `a list of ${node.items.length}`;
  }
  return isMap(node) ? 'a map' : 'a single value';
}
