import type { LinePair } from './alignLines';

/** Lines to show, or how many equal ones are left out. */
export type LineBlock = { pairs: LinePair[] } | { hidden: number };

/** Equal lines that stay around what differs. */
const context = 3;

/** Leaves out equal lines far from what differs. */
export function foldEqualLines(pairs: readonly LinePair[]): LineBlock[] {
  const near = pairs.map((_, index) =>
    pairs
      .slice(Math.max(0, index - context), index + context + 1)
      .some(({ differs }) => differs),
  );
  const blocks: LineBlock[] = [];
  pairs.forEach((pair, index) => {
    const last = blocks.at(-1);
    if (near[index]) {
      if (last && 'pairs' in last) {
        last.pairs.push(pair);
      } else {
        blocks.push({ pairs: [pair] });
      }
    } else if (last && 'hidden' in last) {
      last.hidden += 1;
    } else {
      blocks.push({ hidden: 1 });
    }
  });
  return blocks;
}
