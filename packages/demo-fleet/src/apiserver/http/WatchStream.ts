import type { ServerResponse } from 'node:http';
import type { ObjectPredicate } from '../selectors/fieldSelector';
import type { StatusError } from '../statusErrors';
import {
  writeObject,
  type Encoding,
  type StoredObject,
} from '../storage/StoredObject';
import type { StoredEvent } from '../storage/WatchCache';

/** A client that falls further behind is cut off. */
const maxBufferedBytes = 16 * 1024 * 1024;

/** Writes the events of one watch, as its selectors and its accepted form want them. */
export class WatchStream {
  private constructor(
    private readonly response: ServerResponse,
    private readonly encoding: Encoding,
    private readonly matches: ObjectPredicate,
    private readonly start: number,
  ) {}

  /** Only what comes after the revision `start` is sent. */
  static create(options: {
    response: ServerResponse;
    encoding: Encoding;
    matches: ObjectPredicate;
    start: number;
  }): WatchStream {
    const { response, encoding, matches, start } = options;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.flushHeaders();
    return new WatchStream(response, encoding, matches, start);
  }

  sendState(objects: readonly StoredObject[]): void {
    for (const object of objects) {
      if (this.matches(object)) {
        this.#sendObject('ADDED', object);
      }
    }
  }

  sendEvent(event: StoredEvent): void {
    const seen =
      event.object.revision > this.start
        ? seenAs(event, this.matches)
        : undefined;
    if (seen) {
      this.#sendObject(seen.type, seen.object);
    }
  }

  sendBookmark(revision: number, annotations?: Record<string, string>): void {
    const metadata = {
      resourceVersion: String(revision),
      ...(annotations ? { annotations } : {}),
    };
    this.#send('BOOKMARK', JSON.stringify({ ...this.encoding.type, metadata }));
  }

  sendError(error: StatusError): void {
    this.#send('ERROR', JSON.stringify(error.toStatus()));
  }

  #sendObject(type: string, object: StoredObject): void {
    this.#send(type, writeObject(object, this.encoding));
  }

  #send(type: string, object: string): void {
    this.response.write(`{"type":"${type}","object":${object}}\n`);
    if (this.response.writableLength > maxBufferedBytes) {
      this.response.destroy();
    }
  }
}

/** What a watcher with selectors sees of an event: an object that begins or ceases to match is added or deleted. */
function seenAs(
  { type, object, previous }: StoredEvent,
  matches: ObjectPredicate,
): Pick<StoredEvent, 'type' | 'object'> | undefined {
  const matched = previous !== undefined && matches(previous);
  if (type !== 'DELETED' && matches(object)) {
    return { type: matched ? 'MODIFIED' : 'ADDED', object };
  }
  return matched
    ? { type: 'DELETED', object: { ...previous, revision: object.revision } }
    : undefined;
}
