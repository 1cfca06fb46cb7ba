/** The set with the item in where it was out, and out where it was in. */
export function toggled<Item>(
  set: ReadonlySet<Item>,
  item: Item,
): ReadonlySet<Item> {
  const next = new Set(set);
  if (!next.delete(item)) {
    next.add(item);
  }
  return next;
}
