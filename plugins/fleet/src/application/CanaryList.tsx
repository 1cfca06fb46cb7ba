import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  CanaryBar,
  FleetTable,
  Muted,
  Since,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { CanaryEvidence } from './CanaryEvidence';
import { kindOf } from './kindOf';
import { CanaryVersions } from './CanaryVersions';

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
        <Muted>{`${kindOf(canary)} on ${canary.cluster}`}</Muted>
        <CanaryVersions canary={canary} />
      </Stack>
    ),
  },
  {
    key: 'progress',
    title: 'How far',
    width: 'minmax(220px, 2fr)',
    render: canary =>
      canary.weight === undefined ? (
        <Stack gap={0}>
          <span>{canary.summary}</span>
          <Muted>{turnsOf(canary)}</Muted>
        </Stack>
      ) : (
        <CanaryBar canary={canary} />
      ),
  },
  {
    key: 'since',
    title: 'How long',
    width: '120px',
    render: canary => <Since at={canary.since} />,
  },
];

function turnsOf({ phase, step, steps }: Canary): string {
  return [
    phase,
    step !== undefined && steps !== undefined && `step ${step} of ${steps}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Progressive deliveries: how far each has come. */
export function CanaryList(props: { canaries: readonly Canary[] }) {
  return (
    <FleetTable
      label="Rollouts"
      list={props.canaries}
      columns={columns}
      rowKey={canary => canary.id}
      isStale={canary => canary.freshness.stale}
      expand={canary => <CanaryEvidence canary={canary} />}
    />
  );
}
