import type { EngineOnCluster } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  Muted,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

const columns: FleetTableColumn<EngineOnCluster>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: engine => <StateBadge state={engine.state} />,
  },
  {
    key: 'name',
    title: 'Engine',
    width: 'minmax(120px, 1fr)',
    render: engine => engine.name,
  },
  {
    key: 'version',
    title: 'Version',
    width: 'minmax(90px, 1fr)',
    render: engine => engine.version ?? <Muted>not known</Muted>,
  },
  {
    key: 'summary',
    title: 'How it is',
    width: 'minmax(200px, 3fr)',
    render: engine => engine.summary,
  },
];

/** The engines of a cluster, those that are not there included. */
export function Engines(props: { engines: readonly EngineOnCluster[] }) {
  return (
    <FleetTable
      label="Engines"
      list={props.engines}
      columns={columns}
      rowKey={engine => engine.name}
      empty={
        <EmptyState
          title="No engines known"
          description="Once the cluster has answered, what runs on it is listed here."
        />
      }
    />
  );
}
