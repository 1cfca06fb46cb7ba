import type { ClaimNode } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  Indent,
  Muted,
  Since,
  Stack,
  StateBadge,
  Text,
  TimedText,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

const columns: FleetTableColumn<ClaimNode>[] = [
  {
    key: 'name',
    title: 'Object',
    width: 'minmax(240px, 3fr)',
    render: node => <NodeName node={node} />,
  },
  {
    key: 'state',
    title: 'State',
    width: '140px',
    render: ({ state, summary }) => (
      <StateBadge state={state} summary={summary} size="small" />
    ),
  },
  {
    key: 'summary',
    title: 'How it is',
    width: 'minmax(180px, 3fr)',
    render: ({ summary, deleting, paused }) => (
      <Stack gap={0}>
        <Text variant="small" lines={3}>
          <TimedText text={summary} />
        </Text>
        {deleting && <Muted>is being deleted</Muted>}
        {paused && <Muted>paused</Muted>}
      </Stack>
    ),
  },
  {
    key: 'since',
    title: 'How long',
    width: '104px',
    render: ({ since }) => <Since at={since} />,
  },
  {
    key: 'age',
    title: 'Made',
    width: '104px',
    render: ({ createdAt }) => createdAt && <Age at={createdAt} />,
  },
];

const asTree = columns.map(column =>
  column.key === 'name'
    ? {
        ...column,
        render: (node: ClaimNode) => (
          <Indent depth={node.depth}>
            <NodeName node={node} />
          </Indent>
        ),
      }
    : column,
);

/** How an object of a claim looks in a list: as far in as it is deep, unless a filter took away what is around it. */
export function claimNodeColumns(
  whole: boolean,
): FleetTableColumn<ClaimNode>[] {
  return whole ? asTree : columns;
}

function NodeName(props: { node: ClaimNode }) {
  const { kind, name, namespace, children, missing } = props.node;
  return (
    <Stack gap={0}>
      <span>{kind}</span>
      <Muted>{namespace ? `${namespace}/${name}` : name}</Muted>
      {missing && <Muted>not there, or not readable</Muted>}
      {children > 0 && (
        <Muted>{children === 1 ? 'one child' : `${children} children`}</Muted>
      )}
    </Stack>
  );
}
