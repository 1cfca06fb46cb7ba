import { useEffect } from 'react';
import useLatest from 'react-use/esm/useLatest';
import type { FleetList } from '../hooks/useInfiniteFleet';

/** So many items before the end more are asked for. */
const ahead = 15;

/** Reads on when the last item in sight comes near the end of what was read. After an error, only the reader's click does. */
export function useLoadMore<Item>(
  list: FleetList<Item>,
  options: { lastVisible: number | undefined; count: number },
) {
  const { lastVisible, count } = options;
  const latestList = useLatest(list);
  const nearEnd = lastVisible !== undefined && lastVisible >= count - ahead;

  useEffect(() => {
    const { hasMore, error, loadMore } = latestList.current;
    if (nearEnd && hasMore && !error) {
      loadMore();
    }
  }, [nearEnd, count, latestList]);
}
