import { randomUUID } from 'node:crypto';
import { ApiError } from '../kubernetes/ApiError';
import type {
  KubernetesClient,
  ListEnd,
  ListQuery,
} from '../kubernetes/KubernetesClient';
import type { ProjectedObject } from '../store/FleetPollStore';
import { projectObject } from './projectObject';
import type { ReadableKind } from './ReadableKind';

const pageSize = 500;
const smallestPage = 1;
const maxExpiries = 2;

/** One page of a listing. All pages of one listing carry its id; the last one is complete. */
export interface ListedPage {
  listing: { id: string; complete: boolean };
  objects: ProjectedObject[];
  /** To watch from, once the listing is complete. */
  resourceVersion?: string;
}

export interface ListOptions {
  proofKeys: readonly string[];
  signal: AbortSignal;
}

/** One page, projected. Objects with a long list are so while they arrive: a page of them may be too large to be in memory. */
async function readPage(
  client: KubernetesClient,
  readable: ReadableKind,
  query: ListQuery,
  { proofKeys, signal }: ListOptions,
): Promise<ListEnd & { objects: ProjectedObject[] }> {
  const { key, kind } = readable;
  const { longList } = kind;
  if (!longList) {
    const { items, ...end } = await client.list(key, query, { signal });
    const objects = items.map(object =>
      projectObject(readable, { object }, proofKeys),
    );
    return { objects, ...end };
  }
  const objects: ProjectedObject[] = [];
  const end = await client.listEach(
    key,
    query,
    {
      longList,
      each: read => objects.push(projectObject(readable, read, proofKeys)),
    },
    { signal },
  );
  return { objects, ...end };
}

async function* pages(
  client: KubernetesClient,
  readable: ReadableKind,
  limit: number,
  options: ListOptions,
): AsyncIterable<ListedPage> {
  const { fieldSelector } = readable.kind;
  const id = randomUUID();
  let token: string | undefined;
  let resourceVersion: string | undefined;
  do {
    const page = await readPage(
      client,
      readable,
      { limit, continue: token, fieldSelector },
      options,
    );
    token = page.continue;
    // Later pages are of the same snapshot as the first.
    resourceVersion ??= page.resourceVersion;
    yield {
      listing: { id, complete: token === undefined },
      objects: page.objects,
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
  options: ListOptions,
): AsyncIterable<ListedPage> {
  let limit = pageSize;
  let expiries = 0;
  for (;;) {
    try {
      yield* pages(client, kind, limit, options);
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
