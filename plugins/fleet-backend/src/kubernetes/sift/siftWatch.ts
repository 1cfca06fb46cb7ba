import { StringDecoder } from 'node:string_decoder';
import type { LongList } from '@fleetcommander/backstage-plugin-fleet-node';
import type { WatchEvent } from '../KubernetesClient';
import { eventCutShort, watchEventOf, type RawEvent } from '../watchEventOf';
import { JsonSplitter } from './JsonSplitter';
import { Sieve } from './Sieve';
import { siftError } from './siftError';

/** As `readWatch`, of objects with what is kept of their long list. */
export async function* siftWatch(
  body: AsyncIterable<Buffer>,
  { longList, longest }: { longList: LongList; longest: number },
): AsyncIterable<WatchEvent[]> {
  const sieve = new Sieve(longList, ['object']);
  const decoder = new StringDecoder('utf8');
  const events: WatchEvent[] = [];
  const splitter = new JsonSplitter({
    cut: sieve.cut,
    take: value => {
      const { type, object } = watchEventOf(value as RawEvent);
      events.push({ type, ...sieve.finish(object) });
    },
    lines: true,
    longest,
  });
  for await (const chunk of body) {
    try {
      splitter.write(decoder.write(chunk));
    } catch (error) {
      throw siftError(error, 'a watch');
    } finally {
      // What came before an error is folded all the same.
      if (events.length > 0) {
        yield events.splice(0);
      }
    }
  }
  if (!splitter.end()) {
    throw eventCutShort();
  }
}
