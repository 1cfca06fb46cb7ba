import {
  isMap,
  isScalar,
  isSeq,
  type CST,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { YamlPath } from './YamlEdit';

/** A map or a list, as it was read. */
export type Collection = (YAMLMap | YAMLSeq) & Node;

/** A place in a collection where a value stands, or could. */
export interface Slot {
  parent: Collection;
  /** In its parent. */
  index: number;
  /** A key, or the index. */
  step: string | number;
  /** Where it begins: at its key, its dash, or itself in a list within brackets. */
  start: number;
  /** Behind its colon or dash, where it has one. */
  after?: number;
  /** None, when nothing is written there, which is null. */
  node?: Node;
}

/** The slots on the way along a path; fewer than its steps, where it leads nowhere. */
export function slotsAlong(
  root: Node | null | undefined,
  path: YamlPath,
): Slot[] {
  const slots: Slot[] = [];
  let node = root ?? undefined;
  for (const step of path) {
    const slot = isCollection(node)
      ? slotsOf(node).find(({ step: name }) => String(name) === String(step))
      : undefined;
    if (!slot) {
      break;
    }
    slots.push(slot);
    node = slot.node;
  }
  return slots;
}

/** All slots of a collection. */
export function slotsOf(parent: Collection): Slot[] {
  return isMap(parent)
    ? parent.items.map((pair, index) => slotOfPair(parent, pair as Pair, index))
    : parent.items.map((_, index) =>
        slotOfItem(parent as YAMLSeq & Node, index),
      );
}

/** Whether it is a map or a list, and not an alias of one. */
export function isCollection(node: unknown): node is Collection {
  return isMap(node) || isSeq(node);
}

function slotOfPair(parent: Collection, pair: Pair, index: number): Slot {
  const { key, value, srcToken } = pair;
  const mark = srcToken?.start.find(({ type }) => type === 'explicit-key-ind');
  return {
    parent,
    index,
    // The key of a merge has no name of its own.
    step: isScalar(key) ? String(key.source ?? key.value) : String(key),
    start: mark?.offset ?? rangeOf(key as Node)[0],
    after: endOfMark(srcToken?.sep, 'map-value-ind'),
    node: written(value as Node | null),
  };
}

function slotOfItem(parent: YAMLSeq & Node, index: number): Slot {
  const node = parent.items[index] as Node;
  const token = parent.srcToken as CST.BlockSequence | undefined;
  const after = parent.flow
    ? undefined
    : endOfMark(token?.items[index]?.start, 'seq-item-ind');
  return {
    parent,
    index,
    step: index,
    start: after === undefined ? rangeOf(node)[0] : after - 1,
    after,
    node: written(node),
  };
}

function endOfMark(
  tokens: CST.SourceToken[] | undefined,
  type: CST.SourceToken['type'],
): number | undefined {
  const mark = tokens?.find(token => token.type === type);
  return mark && mark.offset + 1;
}

function written(node: Node | null): Node | undefined {
  if (!node) {
    return undefined;
  }
  const [start, end] = rangeOf(node);
  return isScalar(node) && start === end ? undefined : node;
}

function rangeOf(node: Node): [number, number, number] {
  return node.range ?? [0, 0, 0];
}
