import type { LiveObject } from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { KubernetesClient } from '../../kubernetes/KubernetesClient';

type Event = NonNullable<LiveObject['events']>[number];

interface CoreEvent extends KubernetesObject {
  type?: string;
  reason?: string;
  message?: string;
  count?: number;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { count?: number; lastObservedTime?: string };
  involvedObject?: { kind?: string; name?: string };
}

const MAX_EVENTS = 100;
/** Of one kind in a namespace; those of other workloads' pods are among them. */
const MAX_EVENTS_READ = 500;

/**
 * What was said lately, newest first, of an object and of what it runs: why a pod cannot start is said of the pod, why it cannot
 * be made of the ReplicaSet.
 */
export async function eventsOf(
  client: KubernetesClient,
  object: { kind: string; namespace?: string; name: string },
  pods: readonly { name: string }[],
): Promise<Event[]> {
  const { kind, namespace = 'default', name } = object;
  const podNames = new Set(pods.map(pod => pod.name));
  const list = async (fieldSelector: string, limit: number) => {
    const { items } = await client.list(
      { group: '', version: 'v1', plural: 'events', namespace },
      { fieldSelector, limit },
    );
    return items as CoreEvent[];
  };
  const ofKind = (involved: string) =>
    list(`involvedObject.kind=${involved}`, MAX_EVENTS_READ);
  const [own, ofPods, ofReplicaSets] = await Promise.all([
    list(`involvedObject.kind=${kind},involvedObject.name=${name}`, MAX_EVENTS),
    podNames.size > 0 ? ofKind('Pod') : [],
    kind === 'Deployment' || kind === 'Rollout' ? ofKind('ReplicaSet') : [],
  ]);
  return [
    ...own,
    ...ofPods.filter(event => podNames.has(event.involvedObject?.name ?? '')),
    ...ofReplicaSets.filter(event => isReplicaSetOf(name, event)),
  ]
    .map(eventOf)
    .sort((left, right) =>
      (right.lastSeenAt ?? '').localeCompare(left.lastSeenAt ?? ''),
    )
    .slice(0, MAX_EVENTS);
}

/** A ReplicaSet's name is that of its owner with a hash, which has no dash. */
function isReplicaSetOf(name: string, { involvedObject }: CoreEvent): boolean {
  const replicaSet = involvedObject?.name ?? '';
  return replicaSet.slice(0, replicaSet.lastIndexOf('-')) === name;
}

function eventOf(event: CoreEvent): Event {
  const { kind, name } = event.involvedObject ?? {};
  return {
    type: event.type ?? 'Normal',
    reason: event.reason ?? '',
    message: event.message ?? '',
    count: event.series?.count ?? event.count ?? 1,
    lastSeenAt:
      event.series?.lastObservedTime ??
      event.lastTimestamp ??
      event.eventTime ??
      event.metadata.creationTimestamp,
    object: `${kind}/${name}`,
  };
}
