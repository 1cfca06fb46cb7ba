import type { EngineObject } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  KeyValues,
  Mono,
  Muted,
  Since,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { kindOf } from '../application/kindOf';

const columns: FleetTableColumn<EngineObject>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: object => (
      <StateBadge state={object.state} summary={object.summary} />
    ),
  },
  {
    key: 'name',
    title: 'Object',
    width: 'minmax(160px, 1.5fr)',
    render: object => (
      <Stack gap={0}>
        <span>{object.name}</span>
        <Muted>{kindOf(object)}</Muted>
      </Stack>
    ),
  },
  {
    key: 'namespace',
    title: 'Namespace',
    width: 'minmax(110px, 1fr)',
    render: object => object.namespace,
  },
  {
    key: 'summary',
    title: 'How it is',
    width: 'minmax(200px, 3fr)',
    render: object => object.summary,
  },
  {
    key: 'since',
    title: 'How long',
    width: '120px',
    render: object => <Since at={object.since} />,
  },
];

/** Objects of the engines that deliver nothing themselves: alerts, receivers, image policies, projects. */
export function EngineObjects(props: { objects: readonly EngineObject[] }) {
  return (
    <FleetTable
      label="Other objects"
      list={props.objects}
      columns={columns}
      rowKey={object => object.id}
      isStale={object => object.freshness.stale}
      expand={({ message, details }) => (
        <Stack gap={1}>
          {message && <Mono wrap>{message}</Mono>}
          <KeyValues
            items={Object.entries(details).map(([key, value]) => ({
              key,
              value,
            }))}
          />
        </Stack>
      )}
      empty={
        <EmptyState
          title="No other objects"
          description="Alerts, receivers, image policies, projects and the like would be listed here."
        />
      }
      maxHeight="60vh"
    />
  );
}
