import type { FleetPage, FleetPageRequest } from '../hooks/useInfiniteFleet';

const pageSize = 500;

/**
 * Reads a list of the API to its end.
 *
 * @public
 */
export async function readAllPages<Item>(
  query: (page: FleetPageRequest) => Promise<FleetPage<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await query({ limit: pageSize, cursor });
    items.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return items;
}
