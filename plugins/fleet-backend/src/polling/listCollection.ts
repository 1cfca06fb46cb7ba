import { randomUUID } from 'node:crypto';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from '../kubernetes/ApiError';
import type {
  KubernetesClient,
  ListPage,
} from '../kubernetes/KubernetesClient';
import type { ReadableKind } from './ReadableKind';

const pageSize = 500;
const smallestPage = 8;
const maxExpiries = 2;

/** One page of a listing. All pages of one listing carry its id; the last one is complete. */
export interface ListedPage {
  listing: { id: string; complete: boolean };
  items: KubernetesObject[];
  /** To watch from, once the listing is complete. */
  resourceVersion?: string;
}

async function* pages(
  client: KubernetesClient,
  { key, kind }: ReadableKind,
  limit: number,
  signal: AbortSignal,
): AsyncIterable<ListedPage> {
  const id = randomUUID();
  let token: string | undefined;
  let resourceVersion: string | undefined;
  do {
    const page: ListPage = await client.list(
      key,
      { limit, continue: token, fieldSelector: kind.fieldSelector },
      { signal },
    );
    token = page.continue;
    // Later pages are of the same snapshot as the first.
    resourceVersion ??= page.resourceVersion;
    yield {
      listing: { id, complete: token === undefined },
      items: page.items,
      resourceVersion,
    };
  } while (token !== undefined);
}

/**
 * Lists a collection in pages. A page too large to read is asked for in smaller ones; a listing whose snapshot was forgotten under
 * way begins anew, under another id.
 */
export async function* listCollection(
  client: KubernetesClient,
  kind: ReadableKind,
  signal: AbortSignal,
): AsyncIterable<ListedPage> {
  let limit = pageSize;
  let expiries = 0;
  for (;;) {
    try {
      yield* pages(client, kind, limit, signal);
      return;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      if (error.tooLarge && limit > smallestPage) {
        limit = Math.max(smallestPage, Math.floor(limit / 4));
      } else if (error.outcome === 'expired' && expiries < maxExpiries) {
        expiries += 1;
      } else {
        throw error;
      }
    }
  }
}
