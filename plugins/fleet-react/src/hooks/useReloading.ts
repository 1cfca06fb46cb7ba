import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';

/** Signals come in bursts; one reload answers for all within this time. */
const burstMilliseconds = 2_000;

/**
 * Calls `reload` when the backend signals a change and at least each `intervalSeconds`, but only while somebody can see the page.
 * What was missed while it was hidden is made up for when it shows again.
 */
export function useReloading(reload: () => void, intervalSeconds: number) {
  const { lastSignal } = useSignal('fleet');
  const lastReload = useRef(Date.now());
  const missed = useRef(false);

  useEffect(() => {
    if (!lastSignal) {
      return undefined;
    }
    const wait = lastReload.current + burstMilliseconds - Date.now();
    const timer = setTimeout(() => {
      if (document.hidden) {
        missed.current = true;
      } else {
        lastReload.current = Date.now();
        reload();
      }
    }, Math.max(wait, 0));
    return () => clearTimeout(timer);
  }, [lastSignal, reload]);

  useEffect(() => {
    const reloadWhenDue = () => {
      const age = Date.now() - lastReload.current;
      const due = missed.current || age >= intervalSeconds * 1_000;
      if (!document.hidden && due) {
        missed.current = false;
        lastReload.current = Date.now();
        reload();
      }
    };
    const timer = setInterval(reloadWhenDue, intervalSeconds * 1_000);
    document.addEventListener('visibilitychange', reloadWhenDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', reloadWhenDue);
    };
  }, [reload, intervalSeconds]);
}
