import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ClusterLink,
  Freshness,
  Muted,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationCounts } from './ApplicationCounts';
import { EngineList } from './EngineList';
import { NodeCount } from './NodeCount';

/** How a cluster looks in a list. */
export const clusterColumns: FleetTableColumn<Cluster>[] = [
  {
    key: 'state',
    title: 'State',
    sort: 'state',
    width: '150px',
    render: cluster => (
      <StateBadge state={cluster.state} summary={cluster.summary} />
    ),
  },
  {
    key: 'name',
    title: 'Name',
    sort: 'name',
    width: 'minmax(150px, 2fr)',
    render: cluster => (
      <Stack gap={0}>
        <ClusterLink name={cluster.name} entityRef={cluster.entityRef} />
        {cluster.hub && <Muted>hub</Muted>}
        {cluster.state !== 'healthy' && <Muted>{cluster.summary}</Muted>}
      </Stack>
    ),
  },
  {
    key: 'environment',
    title: 'Environment',
    sort: 'environment',
    width: 'minmax(120px, 1.2fr)',
    render: cluster => (
      <Stack gap={0}>
        <span>{cluster.environment ?? 'none'}</span>
        <Muted>{cluster.region ?? 'no region'}</Muted>
      </Stack>
    ),
  },
  {
    key: 'version',
    title: 'Version',
    sort: 'version',
    width: '80px',
    render: cluster => cluster.version ?? <Muted>not known</Muted>,
  },
  {
    key: 'nodes',
    title: 'Nodes',
    width: '104px',
    render: cluster => <NodeCount nodes={cluster.nodes} />,
  },
  {
    key: 'engines',
    title: 'Engines',
    width: 'minmax(120px, 1.4fr)',
    render: cluster => <EngineList cluster={cluster} />,
  },
  {
    key: 'applications',
    title: 'Applications',
    width: 'minmax(120px, 1.4fr)',
    render: cluster => <ApplicationCounts cluster={cluster} />,
  },
  {
    key: 'age',
    title: 'Age of data',
    width: 'minmax(150px, 1.4fr)',
    render: cluster => (
      <Freshness freshness={cluster.freshness} beside={cluster.summary} />
    ),
  },
];
