import type { Node } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  Muted,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { CapacityText } from './CapacityText';

const columns: FleetTableColumn<Node>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: node => <StateBadge state={node.state} summary={node.summary} />,
  },
  {
    key: 'name',
    title: 'Node',
    width: 'minmax(170px, 2fr)',
    render: node => (
      <Stack gap={0}>
        <span>{node.name}</span>
        <Muted>
          {[node.instanceType, node.zone].filter(Boolean).join(', ')}
        </Muted>
      </Stack>
    ),
  },
  {
    key: 'summary',
    title: 'How it is',
    width: 'minmax(150px, 2fr)',
    render: node =>
      [
        node.summary,
        ...node.pressure,
        node.schedulable ? undefined : 'takes no new pods',
      ]
        .filter(Boolean)
        .join(', '),
  },
  {
    key: 'version',
    title: 'Kubelet',
    width: 'minmax(90px, 1fr)',
    render: node => node.version,
  },
  {
    key: 'capacity',
    title: 'Capacity',
    width: 'minmax(170px, 1.5fr)',
    render: node => node.capacity && <CapacityText capacity={node.capacity} />,
  },
];

/** The nodes of a cluster. */
export function Nodes(props: { nodes: readonly Node[] }) {
  return (
    <FleetTable
      label="Nodes"
      list={props.nodes}
      columns={columns}
      rowKey={node => node.name}
      empty={
        <EmptyState
          title="No nodes known"
          description="Nodes are listed once they can be read; the doctor says whether they can."
        />
      }
    />
  );
}
