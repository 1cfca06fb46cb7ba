import { isScalar, Scalar, type CST, type Node } from 'yaml';
import { isCollection, slotsOf, type Slot } from './Slot';

/** Where the last character of a value ends; the line break after it, and comments, are not of it. */
export function endOf(text: string, node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last = slotsOf(node).at(-1);
    return last ? endOfSlot(text, last) : node.range![1];
  }
  const [start, end] = node.range!;
  if (!isBlockScalar(node)) {
    return end;
  }
  const source = text.slice(start, end);
  // Blank lines at its end are of it only where its header says so.
  return (
    start +
    (isKeeping(node) ? source : source.trimEnd()).replace(/\r?\n$/, '').length
  );
}

/** Where a slot ends, with its value. */
export function endOfSlot(text: string, slot: Slot): number {
  return slot.node
    ? endOf(text, slot.node)
    : slot.after ?? slot.start + String(slot.step).length;
}

/** Whether it is in lines of its own, after `|` or `>`. */
export function isBlockScalar(node: Node): node is Scalar {
  return (
    isScalar(node) &&
    (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
  );
}

/** What stands behind the key: `|-`. */
export function headerOf(node: Scalar): CST.SourceToken | undefined {
  const token = node.srcToken as CST.BlockScalar | undefined;
  return token?.props.find(
    (prop): prop is CST.SourceToken => prop.type === 'block-scalar-header',
  );
}

function isKeeping(node: Scalar): boolean {
  return headerOf(node)?.source.includes('+') ?? false;
}
