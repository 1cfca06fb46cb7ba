import { useCallback } from 'react';
import { useSearch } from './useSearch';

/**
 * One value that a link carries along: which drawer is open, which tab.
 *
 * @public
 */
export function useUrlState(
  key: string,
): [string | undefined, (value: string | undefined) => void] {
  const [search, changeSearch] = useSearch();
  const setValue = useCallback(
    (value: string | undefined) =>
      changeSearch(next => {
        if (value === undefined) {
          next.delete(key);
        } else {
          next.set(key, value);
        }
      }),
    [changeSearch, key],
  );
  return [search.get(key) ?? undefined, setValue];
}
