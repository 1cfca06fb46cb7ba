import type { LiveObject } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  EmptyState,
  FleetTable,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

type Pod = NonNullable<LiveObject['pods']>[number];

const columns: FleetTableColumn<Pod>[] = [
  {
    key: 'state',
    title: 'State',
    width: '130px',
    render: pod => (
      <StateBadge
        state={pod.ready || pod.phase === 'Succeeded' ? 'healthy' : 'failing'}
        size="small"
      />
    ),
  },
  {
    key: 'name',
    title: 'Pod',
    width: 'minmax(150px, 2fr)',
    render: pod => pod.name,
  },
  {
    key: 'phase',
    title: 'Phase',
    width: '100px',
    render: pod => pod.phase,
  },
  {
    key: 'restarts',
    title: 'Restarts',
    width: '80px',
    align: 'end',
    render: pod => pod.restarts,
  },
  {
    key: 'message',
    title: 'Why',
    width: 'minmax(140px, 2fr)',
    render: pod => pod.message,
  },
  {
    key: 'started',
    title: 'Started',
    width: '100px',
    render: pod => pod.startedAt && <Age at={pod.startedAt} />,
  },
];

/** The pods of a workload. */
export function PodList(props: { pods: readonly Pod[] }) {
  return (
    <FleetTable
      label="Pods"
      list={props.pods}
      columns={columns}
      rowKey={pod => pod.name}
      empty={
        <EmptyState
          title="No pods"
          description="The workload has none now: it is scaled to zero, or its pods could not be made. The events say why."
        />
      }
    />
  );
}
