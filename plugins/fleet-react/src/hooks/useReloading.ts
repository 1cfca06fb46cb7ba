import { useSignal } from '@backstage/plugin-signals-react';
import { useCallback, useEffect, useRef } from 'react';

/** Signals come in bursts; one reload answers for all within this time. */
const burstMilliseconds = 2_000;

/** Until signals are connected, which may take a second try after five seconds, what changes is not told. */
const connectMilliseconds = 8_000;

/**
 * Calls `reload` when the backend signals a change, once soon after the start unless a signal came, and at least each
 * `intervalSeconds`, but only while somebody can see the page. What was missed while it was hidden is made up for when it shows
 * again.
 */
export function useReloading(reload: () => void, intervalSeconds: number) {
  const { lastSignal } = useSignal('fleet');
  const lastReload = useRef(Date.now());
  const dueAt = useRef(Date.now() + connectMilliseconds);

  const reloadWhenDue = useCallback(() => {
    const now = Date.now();
    if (!document.hidden && now >= dueAt.current) {
      lastReload.current = now;
      dueAt.current = now + intervalSeconds * 1_000;
      reload();
    }
  }, [reload, intervalSeconds]);

  useEffect(() => {
    if (!lastSignal) {
      return undefined;
    }
    const wait = lastReload.current + burstMilliseconds - Date.now();
    const timer = setTimeout(() => {
      dueAt.current = 0;
      reloadWhenDue();
    }, Math.max(wait, 0));
    return () => clearTimeout(timer);
  }, [lastSignal, reloadWhenDue]);

  useEffect(() => {
    const timer = setInterval(reloadWhenDue, 1_000);
    document.addEventListener('visibilitychange', reloadWhenDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', reloadWhenDue);
    };
  }, [reloadWhenDue]);
}
