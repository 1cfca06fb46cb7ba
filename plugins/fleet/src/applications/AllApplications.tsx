import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FilterBar,
  FleetTable,
  Section,
  useFilters,
  useInfiniteFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { applicationColumns } from './applicationColumns';
import { BulkActions } from './BulkActions';

/** Every application that the filters find, with the buttons for all of them. */
export function AllApplications(props: { onOpen(id: string): void }) {
  const { onOpen } = props;
  const filters = useFilters(
    ['state', 'environment', 'region', 'cluster', 'engine', 'owner', 'mine'],
    { sort: { field: 'state', direction: 'asc' } },
  );
  const applications = useInfiniteFleet(
    (api, page, signal) =>
      api.listApplications({ ...filters.query, ...page }, { signal }),
    [filters.key],
  );

  return (
    <>
      <FilterBar
        filters={filters}
        facets={applications.page?.facets}
        fields={[
          { key: 'environment', title: 'Environment' },
          { key: 'region', title: 'Region' },
          { key: 'cluster', title: 'Cluster' },
          { key: 'engine', title: 'Engine' },
          { key: 'owner', title: 'Owner' },
        ]}
        states
        mine
        textLabel="Find an application"
        total={applications.totalItems}
        noun="applications"
      />
      <Section
        title="Applications"
        action={
          <BulkActions
            filter={filters.query.filter}
            text={filters.query.text}
            total={applications.totalItems}
            onDone={applications.refresh}
          />
        }
        flush
      >
        <FleetTable<Application>
          label="Applications"
          list={applications}
          columns={applicationColumns}
          rowKey={application => application.id}
          sort={filters.sort}
          onSort={filters.setSort}
          onOpen={application => onOpen(application.id)}
          openLabel={application =>
            `Open ${application.name} on ${application.cluster}`
          }
          isStale={application => application.freshness.stale}
          empty={
            filters.active ? (
              <EmptyState
                title="No application matches"
                description="No application that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <EmptyState
                title="No applications to show"
                description="Flux Kustomizations and HelmReleases and Argo CD Applications of every cluster would be here. The doctor on a cluster's page says what can be read there; to see them you need the permission fleet.application.read."
              />
            )
          }
        />
      </Section>
    </>
  );
}
