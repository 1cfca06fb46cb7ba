import type { JsonValue } from '@backstage/types';
import { isAlias, isMap, isSeq, type Node } from 'yaml';
import { addEntry, addItem } from './addToCollection';
import { deleteSlot } from './deleteSlot';
import { findPlace, type Place } from './Place';
import { setValue } from './setValue';
import { isCollection } from './Slot';
import type { Splice } from './Splice';
import type { YamlEdit } from './YamlEdit';
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
  const place = findPlace(yaml, document, edit.path);
  refuseRepetition(place, edit);
  return { ...makeStep(yaml, place, edit), at: place.at };
}

function makeStep(
  yaml: YamlText,
  place: Place,
  edit: YamlEdit,
): Omit<Step, 'at'> {
  switch (edit.op) {
    case 'delete':
      return { splices: remove(yaml, place) };
    case 'insert':
      return insert(yaml, place, edit);
    default:
      return place.missing.length === 0
        ? replace(yaml, place, edit.value)
        : add(yaml, place, edit.value);
  }
}

/** What an alias or a merge key repeats is written elsewhere, and only what is seen whole here can be written out. */
function refuseRepetition(
  { name, node, missing, isMerged, refuse }: Place,
  { op }: YamlEdit,
): void {
  const isWithin = missing.length > 0 || op === 'insert';
  if (isAlias(node) && isWithin) {
    throw refuse(
      `${name} repeats what &${node.source} says: edit it there, or write it out here first`,
    );
  }
  if (isMerged && (op !== 'set' || missing.length > 1)) {
    throw refuse(
      `${name} has ${missing[0]} from a merge key (<<): edit it where it is from, or write it out here first`,
    );
  }
}

function remove(yaml: YamlText, { slot, above, refuse }: Place): Splice[] {
  if (slot && slot.parent.items.length > 1) {
    return [deleteSlot(yaml, slot)];
  }
  if (!slot || !above) {
    throw refuse('nothing would be left: delete the file instead');
  }
  return setValue(yaml, above, isMap(slot.parent) ? {} : []);
}

function insert(
  yaml: YamlText,
  place: Place,
  { value, at }: { value: JsonValue; at?: number },
): Omit<Step, 'at'> {
  const { name, node, missing, refuse } = place;
  if (missing.length > 0) {
    return add(yaml, place, [value]);
  }
  if (node && !isSeq(node)) {
    throw refuse(`${name} is no list`);
  }
  const length = node?.items.length ?? 0;
  const index = at ?? length;
  if (index < 0 || index > length) {
    throw refuse(
      `${name} has ${length} items: nothing can be inserted at ${index}`,
    );
  }
  return node && length > 0
    ? { splices: [addItem(yaml, node, value, index)] }
    : replace(yaml, place, [value]);
}

function replace(
  yaml: YamlText,
  { slot, node, refuse }: Place,
  value: JsonValue,
): Omit<Step, 'at'> {
  if (!slot) {
    throw refuse('a whole document cannot be replaced');
  }
  return {
    splices: setValue(yaml, slot, value),
    overrides: isAlias(node) ? `the alias *${node.source}` : undefined,
  };
}

/** Writes a value, and the keys above it that are missing. */
function add(yaml: YamlText, place: Place, value: JsonValue): Omit<Step, 'at'> {
  const { name, node, missing, isMerged, refuse } = place;
  const isMapOrNothing = !node || isMap(node);
  if (!isMapOrNothing || missing.some(step => typeof step === 'number')) {
    throw refuse(
      `it has no ${missing.join(
        '.',
      )}, and none can be made: ${name} is ${kindOf(node)}`,
    );
  }
  const [key, ...rest] = missing.map(String);
  const inner = rest.reduceRight<JsonValue>(
    (below, step) => ({ [step]: below }),
    value,
  );
  return isCollection(node) && node.items.length > 0
    ? {
        splices: [addEntry(yaml, node, key, inner)],
        overrides: isMerged ? 'a merge key (<<)' : undefined,
      }
    : replace(yaml, place, { [key]: inner });
}

function kindOf(node: Node | undefined): string {
  if (isSeq(node)) {
    return `a list of ${node.items.length}`;
  }
  return isMap(node) ? 'a map' : 'a single value';
}
