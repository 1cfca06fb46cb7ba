import type { LiveObject } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  EmptyState,
  FleetTable,
  Muted,
  Stack,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

type Event = NonNullable<LiveObject['events']>[number];

const columns: FleetTableColumn<Event>[] = [
  {
    key: 'reason',
    title: 'Event',
    width: 'minmax(120px, 1fr)',
    render: event => (
      <Stack gap={0}>
        <span>{event.reason}</span>
        <Muted>{event.type}</Muted>
      </Stack>
    ),
  },
  {
    key: 'message',
    title: 'What happened',
    width: 'minmax(180px, 3fr)',
    render: event => (
      <Stack gap={0}>
        <span>{event.message}</span>
        <Muted>{event.object}</Muted>
      </Stack>
    ),
  },
  {
    key: 'count',
    title: 'Times',
    width: '70px',
    align: 'end',
    render: event => event.count,
  },
  {
    key: 'last',
    title: 'Last',
    width: '100px',
    render: event => event.lastSeenAt && <Age at={event.lastSeenAt} />,
  },
];

/** The events of a workload and of its pods. */
export function EventList(props: { events: readonly Event[] }) {
  return (
    <FleetTable
      label="Events"
      list={props.events}
      columns={columns}
      rowKey={event =>
        [event.object, event.reason, event.message, event.lastSeenAt].join(' ')
      }
      empty={
        <EmptyState
          title="No events"
          description="Kubernetes keeps events for about an hour; nothing happened in that time."
        />
      }
    />
  );
}
