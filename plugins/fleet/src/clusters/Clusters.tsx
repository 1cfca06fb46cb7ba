import {
  EmptyState,
  FilterBar,
  FleetContent,
  FleetTable,
  LinkButton,
  Section,
  useFilters,
  useInfiniteFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../useFleetPaths';
import { clusterColumns } from './clusterColumns';

/** The inventory: every cluster, how it is and how old that knowledge is. */
export function Clusters() {
  const paths = useFleetPaths();
  const filters = useFilters(
    ['state', 'environment', 'region', 'provider', 'version', 'engine'],
    { sort: { field: 'state', direction: 'asc' } },
  );
  const clusters = useInfiniteFleet(
    (api, page, signal) =>
      api.listClusters({ ...filters.query, ...page }, { signal }),
    [filters.key],
  );

  return (
    <FleetContent>
      <FilterBar
        filters={filters}
        facets={clusters.page?.facets}
        fields={[
          { key: 'environment', title: 'Environment' },
          { key: 'region', title: 'Region' },
          { key: 'provider', title: 'Provider' },
          { key: 'version', title: 'Version' },
          { key: 'engine', title: 'Engine' },
        ]}
        states
        textLabel="Find a cluster"
        total={clusters.totalItems}
        noun={clusters.totalItems === 1 ? 'cluster' : 'clusters'}
      />
      <Section
        title="Clusters"
        action={
          <LinkButton to={paths.order} size="small">
            Order
          </LinkButton>
        }
        flush
      >
        <FleetTable
          label="Clusters"
          list={clusters}
          columns={clusterColumns}
          rowKey={cluster => cluster.name}
          sort={filters.sort}
          onSort={filters.setSort}
          isStale={cluster => cluster.freshness.stale}
          empty={
            filters.active ? (
              <EmptyState
                title="No cluster matches"
                description="No cluster that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <EmptyState
                title="No clusters to show"
                description="Clusters come from fleet.clusters and kubernetes.clusterLocatorMethods in app-config.yaml. To see those that are configured you need the permission fleet.cluster.read."
              />
            )
          }
        />
      </Section>
    </FleetContent>
  );
}
