import type { NodeGroup } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  FleetTable,
  Muted,
  PathText,
  Stack,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

const columns: FleetTableColumn<NodeGroup>[] = [
  {
    key: 'name',
    title: 'Node group',
    width: 'minmax(90px, 1fr)',
    render: group => group.name,
  },
  {
    key: 'instanceType',
    title: 'Instance type',
    width: 'minmax(110px, 1fr)',
    render: group => group.instanceType ?? <Muted>not said</Muted>,
  },
  {
    key: 'size',
    title: 'Nodes',
    width: '72px',
    render: ({ minSize, maxSize }) =>
      minSize === maxSize ? minSize : `${minSize ?? '?'} to ${maxSize ?? '?'}`,
  },
  {
    key: 'taints',
    title: 'Taints',
    width: 'minmax(150px, 1.6fr)',
    render: ({ taints = [] }) =>
      taints.length > 0 ? (
        <Stack gap={0}>
          {taints.map(({ key, value, effect }) => (
            <span key={`${key} ${effect}`}>
              <PathText path={`${key}${value ? `=${value}` : ''}`} />
              <wbr />:{effect}
            </span>
          ))}
        </Stack>
      ) : (
        <Muted>none</Muted>
      ),
  },
];

/** The node groups that a claim asks for. */
export function NodeGroups(props: { nodeGroups: readonly NodeGroup[] }) {
  return (
    <FleetTable
      label="Node groups"
      list={props.nodeGroups}
      columns={columns}
      rowKey={({ name }) => name}
    />
  );
}
