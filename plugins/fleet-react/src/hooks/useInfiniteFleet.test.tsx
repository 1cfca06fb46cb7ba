import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { fleetApiRef } from '../api/fleetApiRef';
import { type FleetPageRequest, useInfiniteFleet } from './useInfiniteFleet';

function setUp(total: number) {
  const requests: FleetPageRequest[] = [];
  let offset = 0;
  const query = async (_: unknown, page: FleetPageRequest) => {
    requests.push(page);
    const start = Number(page.cursor ?? 0);
    const end = Math.min(start + page.limit, total);
    return {
      items: Array.from({ length: end - start }, (__, i) => start + i + offset),
      totalItems: total,
      pageInfo: end < total ? { nextCursor: String(end) } : {},
    };
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[fleetApiRef, {}]]}>{children}</TestApiProvider>
  );
  const hook = renderHook(
    ({ text }) => useInfiniteFleet(query, [text], { pageSize: 300 }),
    { wrapper, initialProps: { text: '' } },
  );
  return {
    ...hook,
    requests,
    change: () => {
      offset = 1_000_000;
    },
  };
}

describe('useInfiniteFleet', () => {
  it('reads on page by page, reloads as much as it shows, and starts over with another question', async () => {
    const { result, rerender, requests, change } = setUp(1_000);
    await waitFor(() => expect(result.current.items).toHaveLength(300));
    expect(result.current).toMatchObject({ totalItems: 1_000, hasMore: true });

    for (const expected of [600, 900, 1_000]) {
      await act(async () => result.current.loadMore());
      expect(result.current.items).toHaveLength(expected);
    }
    expect(result.current.items).toEqual(
      Array.from({ length: 1_000 }, (_, i) => i),
    );
    expect(result.current.hasMore).toBe(false);

    requests.length = 0;
    change();
    await act(() => result.current.refresh());
    expect(requests).toEqual([{ limit: 500 }, { limit: 500, cursor: '500' }]);
    expect(result.current.items).toHaveLength(1_000);
    expect(result.current.items[999]).toBe(1_000_999);
    expect(result.current.generation).toBe(1);

    rerender({ text: 'web' });
    await waitFor(() => expect(result.current.generation).toBe(2));
    expect(result.current.items).toHaveLength(300);
  });
});
