import { StringDecoder } from 'node:string_decoder';
import { ApiError } from './ApiError';
import type { WatchEvent } from './KubernetesClient';
import { parseJson } from './parseJson';
import { eventCutShort, watchEventOf } from './watchEventOf';

const maxEventLength = 64 * 1024 * 1024;

/** Splits the body of a watch into events, those of one chunk together. */
export async function* readWatch(
  body: AsyncIterable<Buffer>,
): AsyncIterable<WatchEvent[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxEventLength) {
      throw new ApiError({
        outcome: 'broken-answer',
        message: 'one event of the watch is larger than 64 MiB',
      });
    }
    const events: WatchEvent[] = [];
    try {
      for (const line of lines) {
        if (line) {
          events.push(watchEventOf(parseJson(line, 'a watch')));
        }
      }
    } finally {
      // What came before an error is folded all the same.
      if (events.length > 0) {
        yield events;
      }
    }
  }
  if (rest.trim()) {
    throw eventCutShort();
  }
}
