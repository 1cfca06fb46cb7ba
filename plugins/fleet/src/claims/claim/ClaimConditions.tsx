import type { ClaimDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  Mono,
  Since,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

type Condition = ClaimDetail['conditions'][number];

const columns: FleetTableColumn<Condition>[] = [
  {
    key: 'type',
    title: 'Condition',
    width: 'minmax(110px, 1fr)',
    render: ({ type, status }) => `${type}: ${status}`,
  },
  {
    key: 'reason',
    title: 'Reason',
    width: 'minmax(120px, 1fr)',
    render: ({ reason }) => reason && <Mono wrap>{reason}</Mono>,
  },
  {
    key: 'message',
    title: 'Message',
    width: 'minmax(200px, 3fr)',
    render: ({ message }) => message,
  },
  {
    key: 'since',
    title: 'How long',
    width: '110px',
    render: ({ since }) => <Since at={since} />,
  },
];

/** The claim's own conditions, in the engine's words. */
export function ClaimConditions(props: {
  conditions: ClaimDetail['conditions'];
}) {
  return (
    <FleetTable
      label="Conditions"
      list={props.conditions}
      columns={columns}
      rowKey={({ type }) => type}
      empty={
        <EmptyState
          title="No conditions yet"
          description="The engine writes them once the claim is on the hub."
        />
      }
    />
  );
}
