import { StringDecoder } from 'node:string_decoder';
import { ApiError } from './ApiError';
import type { WatchEvent } from './KubernetesClient';
import { parseJson } from './parseJson';
import { statusError } from './statusError';

const maxEventLength = 64 * 1024 * 1024;

interface RawEvent {
  type: WatchEvent['type'] | 'ERROR';
  object: WatchEvent['object'] & { code?: number };
}

function eventOf(line: string): WatchEvent {
  const event = parseJson<RawEvent>(line, 'a watch');
  if (event.type === 'ERROR') {
    // An expired resourceVersion comes as an event within a 200 as often as it comes as a 410.
    throw statusError({
      status: event.object?.code ?? 500,
      body: JSON.stringify(event.object),
    });
  }
  if (!event.object?.metadata?.resourceVersion) {
    throw new ApiError({
      outcome: 'broken-answer',
      message: 'an event of the watch holds no object',
    });
  }
  return event as WatchEvent;
}

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
          events.push(eventOf(line));
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
    throw new ApiError({
      outcome: 'broken-answer',
      message: 'the watch was cut short within an event',
    });
  }
}
