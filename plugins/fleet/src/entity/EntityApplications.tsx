import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ApplicationActions,
  EmptyState,
  FleetTable,
  Muted,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationSourceText } from './ApplicationSourceText';
import { applicationColumns } from '../applications/applicationColumns';

/** The applications that deliver an entity, each with its buttons. */
export function EntityApplications(props: {
  applications: readonly Application[];
  onOpen(application: Application): void;
  onDone(): Promise<void>;
}) {
  const { applications, onOpen, onDone } = props;
  const columns: FleetTableColumn<Application>[] = [
    ...applicationColumns.filter(({ key }) =>
      ['state', 'name', 'cluster'].includes(key),
    ),
    {
      key: 'source',
      title: 'Source',
      width: 'minmax(180px, 2fr)',
      render: application => (
        <ApplicationSourceText application={application} />
      ),
    },
    {
      key: 'actions',
      title: 'Do',
      width: '300px',
      render: application =>
        application.shared ? (
          <Muted>
            shared by {application.entityRefs.length}: open it to act
          </Muted>
        ) : (
          <ApplicationActions application={application} onDone={onDone} />
        ),
    },
  ];

  return (
    <FleetTable<Application>
      label="Applications"
      list={applications}
      columns={columns.map(column => ({ ...column, sort: undefined }))}
      rowKey={application => application.id}
      onOpen={onOpen}
      openLabel={application =>
        `Open ${application.name} on ${application.cluster}`
      }
      isStale={application => application.freshness.stale}
      empty={
        <EmptyState
          title="Only workloads are linked"
          description="Workloads prove that they belong here, but no application that owns them was found."
        />
      }
    />
  );
}
