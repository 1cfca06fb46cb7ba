import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  FleetTable,
  Mono,
  Muted,
  Since,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { kindOf } from './kindOf';

const columns: FleetTableColumn<Canary>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: canary => <StateBadge state={canary.state} size="small" />,
  },
  {
    key: 'name',
    title: 'Rollout',
    width: 'minmax(140px, 1.5fr)',
    render: canary => (
      <Stack gap={0}>
        <span>{canary.name}</span>
        <Muted>{kindOf(canary)}</Muted>
      </Stack>
    ),
  },
  {
    key: 'progress',
    title: 'How far',
    width: 'minmax(130px, 1fr)',
    render: ({ phase, step, steps, weight }) =>
      [
        phase,
        step !== undefined && steps !== undefined && `step ${step} of ${steps}`,
        weight !== undefined && `${weight} % of the traffic`,
      ]
        .filter(Boolean)
        .join(', '),
  },
  {
    key: 'summary',
    title: 'How it is',
    width: 'minmax(160px, 2fr)',
    render: canary => (
      <Stack gap={0}>
        <span>{canary.summary}</span>
        {canary.message && <Mono wrap>{canary.message}</Mono>}
        <Since at={canary.since} />
      </Stack>
    ),
  },
];

/** Progressive deliveries: how far each has come. */
export function CanaryList(props: { canaries: readonly Canary[] }) {
  return (
    <FleetTable
      label="Rollouts"
      list={props.canaries}
      columns={columns}
      rowKey={canary => canary.id}
      isStale={canary => canary.freshness.stale}
    />
  );
}
