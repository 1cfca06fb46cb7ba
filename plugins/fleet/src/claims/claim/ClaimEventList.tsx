import type {
  Claim,
  ClaimEvents,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Age,
  EmptyState,
  ErrorNotice,
  FleetTable,
  Muted,
  Notice,
  Skeleton,
  Stack,
  StateBadge,
  useFleet,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

type Event = ClaimEvents['items'][number];

const columns: FleetTableColumn<Event>[] = [
  {
    key: 'reason',
    title: 'Event',
    width: 'minmax(130px, 1fr)',
    render: ({ reason, warning }) => (
      <span>
        {warning && (
          <>
            <StateBadge state="degraded" summary="a warning" iconOnly />{' '}
          </>
        )}
        {reason}
      </span>
    ),
  },
  {
    key: 'message',
    title: 'What happened',
    width: 'minmax(200px, 3fr)',
    render: ({ message, kind, name }) => (
      <Stack gap={0}>
        <span>{message}</span>
        <Muted>
          {kind} {name}
        </Muted>
      </Stack>
    ),
  },
  {
    key: 'count',
    title: 'Times',
    width: '70px',
    align: 'end',
    render: ({ count }) => count,
  },
  {
    key: 'at',
    title: 'Last',
    width: '110px',
    render: ({ at }) => <Age at={at} />,
  },
];

/** What the hub tells of a claim and its objects: it is asked when this is opened. */
export function ClaimEventList(props: { claim: Claim }) {
  const { id, cluster } = props.claim;
  const { value, error, refresh } = useFleet(
    (api, signal) => api.claims.events(id, { signal }),
    [id],
    { once: true },
  );

  if (!value) {
    return error ? (
      <ErrorNotice error={error} what="the events" onRetry={refresh} />
    ) : (
      <Skeleton rows={4} label={`Asking ${cluster}`} />
    );
  }
  return (
    <Stack>
      <div>
        <ActionButton icon="refresh" size="small" onClick={refresh}>
          Ask again
        </ActionButton>
      </div>
      {error && <ErrorNotice error={error} what="the events" />}
      {value.problem && (
        <Notice severity="warning" title="There may be more">
          {value.problem}
        </Notice>
      )}
      <FleetTable
        label="Events"
        list={value.items}
        columns={columns}
        rowKey={({ kind, namespace, name, reason, message, at }) =>
          [kind, namespace, name, reason, message, at].join(' ')
        }
        empty={
          <EmptyState
            title="No events"
            description="Kubernetes keeps events for about an hour; nothing happened in that time."
          />
        }
      />
    </Stack>
  );
}
