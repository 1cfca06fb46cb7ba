interface Arranged<Item> {
  items: readonly Item[];
  /** How many items came, went or moved. */
  pending: number;
}

/**
 * Arranges new items as the held ones stand: each in its old place, those that are gone as they were, those that follow at the
 * end behind them. Without held items the new ones are taken as they come.
 */
export function arrange<Item>(options: {
  held: readonly Item[] | undefined;
  items: readonly Item[];
  itemKey(item: Item): string;
}): Arranged<Item> {
  const { held, items, itemKey } = options;
  const current = new Map(items.map(item => [itemKey(item), item]));
  if (!held) {
    return { items: [...current.values()], pending: 0 };
  }

  const keys = [...current.keys()];
  const heldPositions = new Map(
    held.map((item, position) => [itemKey(item), position]),
  );
  const lastHeld = keys.findLastIndex(key => heldPositions.has(key));
  const common = keys.filter(key => heldPositions.has(key));
  const added = lastHeld + 1 - common.length;
  const removed = heldPositions.size - common.length;
  const moved =
    common.length -
    longestRise(common.map(key => heldPositions.get(key) ?? -1));

  return {
    items: [
      ...held.map(item => current.get(itemKey(item)) ?? item),
      ...items.slice(lastHeld + 1),
    ],
    pending: added + removed + moved,
  };
}

/** The length of the longest rising subsequence: all the others have moved. */
function longestRise(values: number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    tails[tails.findLastIndex(tail => tail < value) + 1] = value;
  }
  return tails.length;
}
