import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { fleetApiRef } from '../api/fleetApiRef';
import type { FleetDependencies, FleetOptions, FleetResult } from './useFleet';
import { useReloading } from './useReloading';

interface Loaded<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  age?: string;
  generation: number;
}

interface Run {
  controller: AbortController;
  done: Promise<void>;
  /** Something changed while it ran, perhaps behind what it had read already. */
  outdated?: boolean;
}

/** {@link useFleet}, with `update` to put something into the value that did not come from the query. */
export function useLoaded<T>(
  query: (api: FleetClient, signal: AbortSignal) => Promise<T>,
  dependencies: FleetDependencies,
  { pause = false, intervalSeconds = 30, once = false }: FleetOptions,
): FleetResult<T> & { update(change: (value: T) => T): void } {
  const api = useApi(fleetApiRef);
  const latestQuery = useLatest(query);
  const running = useRef<Run>();
  const [loaded, setLoaded] = useState<Loaded<T>>({
    loading: !pause,
    generation: 0,
  });

  const load = useCallback(
    (asked: boolean) => {
      const controller = new AbortController();
      running.current?.controller.abort();
      const ask = async () => {
        try {
          const value = await latestQuery.current(api, controller.signal);
          if (!controller.signal.aborted) {
            setLoaded(previous => ({
              value,
              loading: false,
              age: new Date().toISOString(),
              generation: previous.generation + (asked ? 1 : 0),
            }));
          }
        } catch (error) {
          if (!controller.signal.aborted) {
            setLoaded(previous => ({
              ...previous,
              loading: false,
              error: toError(error),
            }));
          }
        }
      };
      const run: Run = { controller, done: Promise.resolve() };
      running.current = run;
      run.done = ask().then(() => {
        if (running.current === run) {
          running.current = undefined;
          if (run.outdated) {
            load(false);
          }
        }
      });
      return run.done;
    },
    [api, latestQuery],
  );

  const key = JSON.stringify(dependencies);
  useEffect(() => {
    if (!pause) {
      setLoaded(previous => ({ ...previous, loading: true }));
      load(true);
    }
    return () => {
      running.current?.controller.abort();
      running.current = undefined;
    };
  }, [load, key, pause]);

  const reload = useCallback(() => {
    if (pause || once) {
      return;
    }
    if (running.current) {
      running.current.outdated = true;
    } else {
      load(false);
    }
  }, [load, pause, once]);
  useReloading(reload, intervalSeconds);

  const refresh = useCallback(async () => {
    await running.current?.done;
    await load(false);
  }, [load]);

  const update = useCallback((change: (value: T) => T) => {
    setLoaded(previous =>
      previous.value === undefined
        ? previous
        : { ...previous, value: change(previous.value) },
    );
  }, []);

  return {
    value: loaded.value,
    error: loaded.error,
    loading: loaded.loading && !pause,
    age: loaded.age,
    generation: loaded.generation,
    refresh,
    update,
  };
}
