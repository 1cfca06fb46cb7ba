import type {
  ClaimEvents,
  ClaimNode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import pLimit from 'p-limit';
import { ApiError } from '../kubernetes/ApiError';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { noClaim, type ClaimRouteOptions } from './claims';

type Event = ClaimEvents['items'][number];

interface CoreEvent extends KubernetesObject {
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
}

/** Of the tree: those that tell most. */
const mostObjects = 25;
/** Of one object. */
const mostEvents = 50;
const atOnce = 5;
const timeoutMs = 8_000;
const longestMessage = 2_000;

/** What is told of a claim, of what fails below it, and of the composites in between. */
export function addClaimEventRoutes(
  router: Router,
  options: ClaimRouteOptions & { connections: ClusterConnections },
): void {
  const { callerOf, connections, store } = options;

  router.get('/claims/:id/events', async (request, response) => {
    const { id } = request.params;
    const { access } = await callerOf(request);
    const claim = await store.claims.get(id, access);
    const tree = await store.claims.getTree(id, { access, limit: 5_000 });
    if (!claim || !tree) {
      throw noClaim(id);
    }
    const asked = tree.items
      .filter(({ missing }) => !missing)
      .sort((a, b) => rankOf(a) - rankOf(b) || a.depth - b.depth);
    response.json(
      asked.length === 0
        ? { items: [], problem: `${claim.cluster} does not have it yet.` }
        : await readEvents(
            () => connections.get(claim.cluster),
            asked.slice(0, mostObjects),
            asked.length,
          ),
    );
  });
}

/** What fails comes first, then the claim, then what is composed. */
function rankOf({ state, role, depth }: ClaimNode): number {
  if (depth === 0) {
    return 1;
  }
  if (state === 'failing' || state === 'degraded') {
    return 0;
  }
  return role === 'composite' ? 2 : 3;
}

async function readEvents(
  connect: () => KubernetesClient,
  nodes: readonly ClaimNode[],
  total: number,
): Promise<ClaimEvents> {
  const limit = pLimit(atOnce);
  const signal = AbortSignal.timeout(timeoutMs);
  const answers = await Promise.all(
    nodes.map(node =>
      limit(async (): Promise<{ items: Event[]; failure?: string }> => {
        try {
          return { items: await eventsOf(connect(), node, signal) };
        } catch (error) {
          if (!(error instanceof ApiError) && !signal.aborted) {
            throw error;
          }
          return {
            items: [],
            failure: signal.aborted
              ? 'The hub took too long to tell them all.'
              : `The hub does not tell them all: ${
                  (error as ApiError).message
                }`,
          };
        }
      }),
    ),
  );
  const problem =
    answers.find(({ failure }) => failure)?.failure ??
    (total > nodes.length
      ? `Asked for ${nodes.length} of its ${total} objects, those that fail first.`
      : undefined);
  return {
    items: answers
      .flatMap(({ items }) => items)
      .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '')),
    problem,
  };
}

async function eventsOf(
  client: KubernetesClient,
  { kind, namespace, name }: ClaimNode,
  signal: AbortSignal,
): Promise<Event[]> {
  const { items } = await client.list(
    {
      group: '',
      version: 'v1',
      plural: 'events',
      // Of what is in no namespace, events are in this one.
      namespace: namespace ?? 'default',
    },
    {
      fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
      limit: mostEvents,
    },
    { signal },
  );
  return (items as CoreEvent[]).map(event => ({
    at:
      event.series?.lastObservedTime ??
      event.lastTimestamp ??
      event.eventTime ??
      event.metadata.creationTimestamp,
    warning: event.type === 'Warning',
    reason: event.reason ?? '',
    message: (event.message ?? '').slice(0, longestMessage),
    kind,
    namespace,
    name,
    count: event.series?.count ?? event.count ?? 1,
  }));
}
