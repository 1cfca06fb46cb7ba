import type { HistoryEntry } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  EmptyState,
  FleetTable,
  Muted,
  VersionTag,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';

const columns: FleetTableColumn<HistoryEntry>[] = [
  {
    key: 'at',
    title: 'When',
    width: 'minmax(110px, 1fr)',
    render: entry =>
      entry.at ? <Age at={entry.at} /> : <Muted>not said</Muted>,
  },
  {
    key: 'revision',
    title: 'Revision',
    width: 'minmax(140px, 2fr)',
    render: entry => <VersionTag revision={entry.revision} />,
  },
  {
    key: 'status',
    title: 'Result',
    width: 'minmax(120px, 1fr)',
    render: entry => entry.status,
  },
  {
    key: 'by',
    title: 'By',
    width: 'minmax(90px, 1fr)',
    render: entry => entry.by ?? <Muted>the engine</Muted>,
  },
];

/** The revisions that an application ran, as its engine remembers them. */
export function History(props: { entries: readonly HistoryEntry[] }) {
  return (
    <FleetTable
      label="History"
      list={props.entries}
      columns={columns}
      rowKey={entry => `${entry.at} ${entry.revision} ${entry.status}`}
      empty={
        <EmptyState
          title="No history"
          description="The engine keeps the last revisions that it applied; this one has not written any."
        />
      }
    />
  );
}
