import type { Namespace } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  Mono,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

const columns: FleetTableColumn<Namespace>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: namespace => <StateBadge state={namespace.state} size="small" />,
  },
  {
    key: 'name',
    title: 'Namespace',
    width: 'minmax(150px, 1fr)',
    render: namespace => namespace.name,
  },
  {
    key: 'labels',
    title: 'Labels',
    width: 'minmax(200px, 3fr)',
    render: namespace => (
      <Mono wrap>
        {Object.entries(namespace.labels)
          .map(([key, value]) => `${key}=${value}`)
          .join(' ')}
      </Mono>
    ),
  },
];

/** The namespaces of a cluster with the labels that say whose they are. */
export function Namespaces(props: { namespaces: readonly Namespace[] }) {
  return (
    <FleetTable
      label="Namespaces"
      list={props.namespaces}
      columns={columns}
      rowKey={namespace => namespace.name}
      empty={
        <EmptyState
          title="No namespaces known"
          description="Namespaces are listed once they can be read; the doctor says whether they can."
        />
      }
    />
  );
}
