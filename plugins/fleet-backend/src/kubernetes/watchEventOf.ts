import { ApiError } from './ApiError';
import type { WatchEvent } from './KubernetesClient';
import { statusError } from './statusError';

/** An event as an API server sends it. */
export interface RawEvent {
  type: WatchEvent['type'] | 'ERROR';
  object: WatchEvent['object'] & { code?: number };
}

/** An event of a watch; throws the one that says that the watch failed. */
export function watchEventOf(event: RawEvent | undefined): WatchEvent {
  if (event?.type === 'ERROR') {
    // An expired resourceVersion comes as an event within a 200 as often as it comes as a 410.
    throw statusError({
      status: event.object?.code ?? 500,
      body: JSON.stringify(event.object),
    });
  }
  if (!event?.object?.metadata?.resourceVersion) {
    throw new ApiError({
      outcome: 'broken-answer',
      message: 'an event of the watch holds no object',
    });
  }
  return { type: event.type, object: event.object };
}

/** That a watch ended where no event does. */
export function eventCutShort(): ApiError {
  return new ApiError({
    outcome: 'broken-answer',
    message: 'the watch was cut short within an event',
  });
}
