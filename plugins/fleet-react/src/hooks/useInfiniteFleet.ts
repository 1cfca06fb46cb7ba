import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { useCallback, useRef, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { fleetApiRef } from '../api/fleetApiRef';
import type { FleetDependencies } from './useFleet';
import { useLoaded } from './useLoaded';

/** A page of a list of the API. @public */
export interface FleetPage<Item> {
  items: readonly Item[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/** Which page to ask for; spread it into the options of the client. @public */
export interface FleetPageRequest {
  limit: number;
  cursor?: string;
}

/** A list that grows as it is read. @public */
export interface FleetList<Item> {
  items: readonly Item[];
  totalItems: number;
  loading: boolean;
  error: Error | undefined;
  /** Rises when the viewer asked for another list; only then may it rearrange itself under the pointer. */
  generation: number;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore(): void;
}

/** What {@link useInfiniteFleet} knows. @public */
export interface InfiniteFleetResult<Page extends FleetPage<unknown>>
  extends FleetList<Page['items'][number]> {
  /** The newest first page, with what comes beside its items: facets, columns. */
  page: Page | undefined;
  age: string | undefined;
  refresh(): Promise<void>;
}

interface Read<Page extends FleetPage<unknown>> {
  first: Page;
  items: Page['items'][number][];
  last: Page;
}

const largestPage = 500;

/**
 * Reads a list page by page. A reload reads as many items again as are shown, so that nothing vanishes under the reader.
 *
 * @public
 */
export function useInfiniteFleet<Page extends FleetPage<unknown>>(
  query: (
    api: FleetClient,
    page: FleetPageRequest,
    signal: AbortSignal,
  ) => Promise<Page>,
  dependencies: FleetDependencies,
  options: { pageSize?: number; pause?: boolean } = {},
): InfiniteFleetResult<Page> {
  const { pageSize = 100, pause } = options;
  const api = useApi(fleetApiRef);
  const latestQuery = useLatest(query);
  const key = JSON.stringify(dependencies);
  const shown = useRef({ key, count: 0 });
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreError, setMoreError] = useState<Error>();

  const readAll = async (client: FleetClient, signal: AbortSignal) => {
    const wanted = shown.current.key === key ? shown.current.count : 0;
    const limit = Math.min(Math.max(wanted, pageSize), largestPage);
    const first = await query(client, { limit }, signal);
    const items = [...first.items];
    let last = first;
    while (items.length < wanted && last.pageInfo.nextCursor) {
      const cursor = last.pageInfo.nextCursor;
      last = await query(client, { limit, cursor }, signal);
      items.push(...last.items);
    }
    shown.current = { key, count: items.length };
    return { first, items, last };
  };
  const { value, error, loading, age, generation, refresh, update } = useLoaded<
    Read<Page>
  >(readAll, dependencies, { pause });

  const cursor = value?.last.pageInfo.nextCursor;
  const loadMore = useCallback(async () => {
    if (!cursor || loading || loadingMore) {
      return;
    }
    setLoadingMore(true);
    try {
      const next = await latestQuery.current(
        api,
        { limit: pageSize, cursor },
        new AbortController().signal,
      );
      setMoreError(undefined);
      update(read => {
        if (read.last.pageInfo.nextCursor !== cursor) {
          return read;
        }
        const items = [...read.items, ...next.items];
        shown.current.count = items.length;
        return { ...read, items, last: next };
      });
    } catch (caught) {
      setMoreError(toError(caught));
    } finally {
      setLoadingMore(false);
    }
  }, [api, cursor, latestQuery, loading, loadingMore, pageSize, update]);

  return {
    items: value?.items ?? [],
    totalItems: value?.first.totalItems ?? 0,
    page: value?.first,
    loading,
    error: error ?? moreError,
    generation,
    age,
    hasMore: cursor !== undefined,
    loadingMore,
    loadMore,
    refresh,
  };
}
