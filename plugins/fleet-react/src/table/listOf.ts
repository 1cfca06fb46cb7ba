import type { FleetList } from '../hooks/useInfiniteFleet';

/** Items that are all there, as a list that does not grow. */
export function listOf<Item>(
  list: FleetList<Item> | readonly Item[],
): FleetList<Item> {
  if ('items' in list) {
    return list;
  }
  return {
    items: list,
    totalItems: list.length,
    loading: false,
    error: undefined,
    generation: 0,
    hasMore: false,
    loadingMore: false,
    loadMore: () => {},
  };
}
