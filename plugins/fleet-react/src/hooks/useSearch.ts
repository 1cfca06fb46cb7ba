import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The search part of the URL, and how to change it. The one place that knows the router. */
export function useSearch(): [
  URLSearchParams,
  (change: (search: URLSearchParams) => void) => void,
] {
  const [search, setSearch] = useSearchParams();
  const changeSearch = useCallback(
    (change: (search: URLSearchParams) => void) => {
      setSearch(
        previous => {
          const next = new URLSearchParams(previous);
          change(next);
          return next;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  return [search, changeSearch];
}
