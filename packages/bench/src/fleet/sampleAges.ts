import { setTimeout as sleep } from 'node:timers/promises';
import type { Portal } from './Portal';
import type { Simulator } from './Simulator';

const everyMs = 10_000;

/** Looks every ten seconds how old is what is known of each spoke that answers; in milliseconds. */
export async function sampleAges(
  { simulator, portal }: { simulator: Simulator; portal: Portal },
  forMs: number,
): Promise<number[]> {
  const ages: number[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    await sleep(everyMs);
    const faulty = new Set(await simulator.faulty());
    let cursor: string | undefined;
    do {
      const page = await portal.client.listClusters({ limit: 500, cursor });
      const now = Date.now();
      ages.push(
        ...page.items
          .filter(({ name }) => !faulty.has(name))
          .map(({ freshness }) => now - Date.parse(freshness.observedAt ?? '')),
      );
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
  return ages;
}
