import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  useInfiniteFleet,
  useUrlState,
  type Sort,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { ApplicationDrawer } from '../application/ApplicationDrawer';
import { applicationColumns } from '../applications/applicationColumns';

const columns = applicationColumns.filter(({ key }) => key !== 'cluster');

/** The applications that deploy to a cluster, worst first. */
export function ClusterApplications(props: { cluster: string }) {
  const { cluster } = props;
  const [sort, setSort] = useState<Sort>({ field: 'state', direction: 'asc' });
  const [open, setOpen] = useUrlState('application');
  const applications = useInfiniteFleet(
    (api, page, signal) =>
      api.listApplications(
        {
          filter: [`cluster=${cluster}`],
          orderField: `${sort.field},${sort.direction}`,
          ...page,
        },
        { signal },
      ),
    [cluster, sort.field, sort.direction],
  );

  return (
    <>
      <FleetTable<Application>
        label={`Applications on ${cluster}`}
        list={applications}
        columns={columns}
        rowKey={application => application.id}
        sort={sort}
        onSort={setSort}
        onOpen={application => setOpen(application.id)}
        openLabel={application => `Open ${application.name}`}
        isStale={application => application.freshness.stale}
        empty={
          <EmptyState
            title="No applications here"
            description="Nothing that you may see deploys to this cluster. The doctor says whether its engines can be read."
          />
        }
      />
      <ApplicationDrawer id={open} onClose={() => setOpen(undefined)} />
    </>
  );
}
