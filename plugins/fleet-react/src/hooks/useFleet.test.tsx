import { ApiProvider } from '@backstage/core-app-api';
import { TestApiRegistry } from '@backstage/test-utils';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { fleetApiRef } from '../api/fleetApiRef';
import { useFleet } from './useFleet';

/** A summary to be answered by hand, and a signal to be given by hand. */
function setUp(options: { signals: boolean; once?: boolean }) {
  const requests: {
    filter?: string[];
    signal?: AbortSignal;
    answer(unowned: number): Promise<void>;
    fail(error: Error): Promise<void>;
  }[] = [];
  const api: Pick<FleetClient, 'getSummary'> = {
    getSummary: (query, request) =>
      new Promise((resolve, reject) => {
        requests.push({
          filter: query?.filter,
          signal: request?.signal,
          answer: unowned =>
            act(async () =>
              resolve({
                unowned,
                clusters: {},
                applications: {},
                drift: { total: 0, severities: {}, kinds: {} },
                attention: [],
                attentionTotal: 0,
                environments: [],
                regions: [],
                cells: [],
                freshness: { stale: false },
                oldest: [],
                hubs: [],
                sourceProblems: [],
              }),
            ),
          fail: error => act(async () => reject(error)),
        });
      }),
  };
  let give = () => {};
  const signals: SignalApi = {
    subscribe: (_, onMessage) => {
      give = () => onMessage(JSON.parse('{}'));
      return { unsubscribe: () => {} };
    },
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApiProvider
      apis={TestApiRegistry.from(
        [fleetApiRef, api],
        ...(options.signals ? [[signalApiRef, signals] as const] : []),
      )}
    >
      {children}
    </ApiProvider>
  );
  const hook = renderHook(
    ({ environment }) =>
      useFleet(
        (client, signal) =>
          client.getSummary(
            { filter: [`environment=${environment}`] },
            { signal },
          ),
        [environment],
        { once: options.once },
      ),
    { wrapper, initialProps: { environment: 'production' } },
  );
  return { ...hook, requests, signal: () => act(() => give()) };
}

function setHidden(hidden: boolean) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

const advance = (milliseconds: number) =>
  act(async () => {
    jest.advanceTimersByTime(milliseconds);
  });

describe('useFleet', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('keeps the last value while it reloads, when that fails, and while another question is asked', async () => {
    const { result, rerender, requests } = setUp({ signals: false });
    expect(result.current).toMatchObject({ loading: true, generation: 0 });
    await requests[0].answer(7);
    expect(result.current.value?.unowned).toBe(7);
    expect(result.current).toMatchObject({ loading: false, generation: 1 });
    const { age } = result.current;
    expect(age).toBeDefined();

    await advance(30_000);
    expect(requests).toHaveLength(2);
    expect(result.current.loading).toBe(false);
    await requests[1].fail(new Error('the database is away'));
    expect(result.current.error?.message).toBe('the database is away');
    expect(result.current.value?.unowned).toBe(7);
    expect(result.current.age).toBe(age);

    rerender({ environment: 'staging' });
    expect(result.current.loading).toBe(true);
    expect(result.current.value?.unowned).toBe(7);
    expect(requests[2].filter).toEqual(['environment=staging']);
    await requests[2].answer(2);
    expect(result.current.value?.unowned).toBe(2);
    expect(result.current.error).toBeUndefined();
    expect(result.current.generation).toBe(2);
  });

  it('takes no late answer to an earlier question', async () => {
    const { result, rerender, requests } = setUp({ signals: false });
    rerender({ environment: 'staging' });
    expect(requests[0].signal?.aborted).toBe(true);
    await requests[1].answer(2);
    await requests[0].answer(7);
    expect(result.current.value?.unowned).toBe(2);
  });

  it('asks again once after a burst of signals, in the same generation', async () => {
    const { result, requests, signal } = setUp({ signals: true });
    await requests[0].answer(7);
    signal();
    signal();
    signal();
    await advance(2_000);
    expect(requests).toHaveLength(2);
    await requests[1].answer(8);
    expect(result.current.value?.unowned).toBe(8);
    expect(result.current.generation).toBe(1);
  });

  it('asks again for what changed while it asked', async () => {
    const { result, requests, signal } = setUp({ signals: true });
    signal();
    await advance(2_000);
    expect(requests).toHaveLength(1);
    await requests[0].answer(7);
    expect(result.current.value?.unowned).toBe(7);
    expect(requests).toHaveLength(2);
    await requests[1].answer(8);
    expect(result.current.value?.unowned).toBe(8);
    await advance(2_000);
    expect(requests).toHaveLength(2);
  });

  it('asks again soon after the start, as signals may not have been connected, then each 30 s', async () => {
    const { requests } = setUp({ signals: true });
    await requests[0].answer(7);
    await advance(8_000);
    expect(requests).toHaveLength(2);
    await requests[1].answer(8);
    await advance(29_000);
    expect(requests).toHaveLength(2);
    await advance(1_000);
    expect(requests).toHaveLength(3);
  });

  it('asks only when asked where asking is costly', async () => {
    const { requests, result, signal } = setUp({ signals: true, once: true });
    await requests[0].answer(7);
    signal();
    await advance(120_000);
    expect(requests).toHaveLength(1);
    act(() => {
      result.current.refresh();
    });
    await advance(0);
    expect(requests).toHaveLength(2);
  });

  it('asks nothing while the page is hidden and makes up for it when it shows', async () => {
    const { requests, signal } = setUp({ signals: true });
    await requests[0].answer(7);
    setHidden(true);
    signal();
    await advance(120_000);
    expect(requests).toHaveLength(1);
    setHidden(false);
    expect(requests).toHaveLength(2);
  });

  it('asks again when told to', async () => {
    const { result, requests } = setUp({ signals: false });
    await requests[0].answer(7);
    await act(async () => {
      result.current.refresh();
    });
    await requests[1].answer(9);
    expect(result.current.value?.unowned).toBe(9);
  });
});
