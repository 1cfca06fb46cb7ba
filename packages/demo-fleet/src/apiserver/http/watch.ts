import { parseSelectors } from '../selectors/parseSelectors';
import { badRequest, StatusError } from '../statusErrors';
import type { StoredEvent } from '../storage/WatchCache';
import { encodingOf, type ApiContext } from './ApiContext';
import { isTrue } from './ResourceRequest';
import { scheduleBookmarks } from './scheduleBookmarks';
import { WatchStream } from './WatchStream';

const defaultTimeoutSeconds = 1_800;
/** More than a timer can wait for. */
const maxTimeoutSeconds = 1_000_000;

/** Streams what happens to a kind until the time is up. */
export function watch(context: ApiContext): void {
  const { definition, target, query, store, cluster, response } = context;
  const matches = parseSelectors(definition, target.namespace, query);
  const requested = readRevision(query);
  const timeoutMs = readTimeoutMs(query);

  const wantsInitial = isTrue(query.get('sendInitialEvents'));
  const beginsWithState = wantsInitial || requested === 0;
  const start = beginsWithState ? cluster.storage.revision : requested;
  const encoding = encodingOf(context);
  const stream = WatchStream.create({ response, encoding, matches, start });

  if (beginsWithState) {
    stream.sendState(store.list());
  } else {
    const missed = eventsSince(context, start);
    if (missed instanceof StatusError) {
      stream.sendError(missed);
      response.end();
      return;
    }
    missed.forEach(event => stream.sendEvent(event));
  }
  if (wantsInitial) {
    stream.sendBookmark(start, { 'k8s.io/initial-events-end': 'true' });
  }

  const end = () => response.end();
  const timer = setTimeout(end, timeoutMs);
  const releases = [
    () => clearTimeout(timer),
    store.cache.subscribe({ next: event => stream.sendEvent(event), end }),
  ];
  if (isTrue(query.get('allowWatchBookmarks'))) {
    releases.push(
      scheduleBookmarks(Date.now() + timeoutMs, context.speed, () => {
        cluster.storage.advance();
        if (cluster.storage.revision > start) {
          stream.sendBookmark(cluster.storage.revision);
        }
      }),
    );
  }
  context.traffic.openStreams++;
  response.once('close', () => {
    context.traffic.openStreams--;
    releases.forEach(release => release());
  });
}

/** What is forgotten is told within the stream: the watch is accepted, and its first event is the error. */
function eventsSince(
  { store }: ApiContext,
  revision: number,
): StoredEvent[] | StatusError {
  try {
    return store.cache.since(revision);
  } catch (error) {
    if (error instanceof StatusError) {
      return error;
    }
    throw error;
  }
}

function readRevision(query: URLSearchParams): number {
  const text = query.get('resourceVersion') ?? '';
  if (!/^\d*$/.test(text)) {
    throw badRequest(`invalid resource version "${text}"`);
  }
  return Number(text);
}

function readTimeoutMs(query: URLSearchParams): number {
  const text = query.get('timeoutSeconds') ?? '0';
  if (!/^\d+$/.test(text)) {
    throw badRequest(
      `timeoutSeconds must be a number of seconds, and is "${text}"`,
    );
  }
  const seconds = Number(text) || defaultTimeoutSeconds * (1 + Math.random());
  return Math.min(seconds, maxTimeoutSeconds) * 1000;
}
