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

/** What was said of an object lately, newest first. */
export async function eventsOf(
  client: KubernetesClient,
  object: { kind: string; namespace?: string; name: string },
): Promise<Event[]> {
  const { kind, namespace = 'default', name } = object;
  const { items } = await client.list(
    { group: '', version: 'v1', plural: 'events', namespace },
    {
      fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
      limit: MAX_EVENTS,
    },
  );
  return (items as CoreEvent[])
    .map(eventOf)
    .sort((left, right) =>
      (right.lastSeenAt ?? '').localeCompare(left.lastSeenAt ?? ''),
    );
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
