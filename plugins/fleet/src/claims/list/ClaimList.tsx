import { useApi } from '@backstage/frontend-plugin-api';
import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  claimStepWord,
  EmptyState,
  ExportButton,
  FilterBar,
  fleetApiRef,
  FleetContent,
  FleetTable,
  LinkButton,
  ownerWord,
  readAllPages,
  Section,
  Stack,
  useFilters,
  useInfiniteFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../../useFleetPaths';
import { Upgrades } from '../upgrades/Upgrades';
import { claimColumns } from './claimColumns';
import { claimTable } from './claimTable';
import { NothingClaimed } from './NothingClaimed';

const fields = [
  { key: 'step', title: 'Step', format: claimStepWord },
  { key: 'kind', title: 'Kind' },
  { key: 'environment', title: 'Environment' },
  { key: 'region', title: 'Region' },
  { key: 'owner', title: 'Owner', format: ownerWord },
] as const;

/** How far is what was ordered, and which of it needs a person? */
export function ClaimList() {
  const api = useApi(fleetApiRef);
  const paths = useFleetPaths();
  const filters = useFilters(
    ['state', 'step', 'kind', 'environment', 'region', 'owner', 'mine'],
    { sort: { field: 'state', direction: 'asc' } },
  );
  const claims = useInfiniteFleet(
    (fleet, page, signal) =>
      fleet.claims.list({ ...filters.query, ...page }, { signal }),
    [filters.key],
  );

  return (
    <FleetContent>
      <Upgrades />
      <FilterBar
        filters={filters}
        facets={claims.page?.facets}
        fields={fields}
        states
        mine
        textLabel="Find a claim"
        total={claims.totalItems}
        noun={claims.totalItems === 1 ? 'claim' : 'claims'}
      />
      <Section
        title="Provisioning"
        subtitle="What was ordered, from its pull request until it is ready; what needs a person first"
        action={
          <Stack direction="row" gap={1} align="start" wrap>
            <ExportButton
              name="fleet-claims.csv"
              total={claims.totalItems}
              read={async () =>
                claimTable(
                  await readAllPages(page =>
                    api.claims.list({ ...filters.query, ...page }),
                  ),
                )
              }
            />
            <LinkButton to={paths.order} size="small" primary>
              Order
            </LinkButton>
          </Stack>
        }
        flush
      >
        <FleetTable<Claim>
          label="Claims"
          list={claims}
          columns={claimColumns}
          rowKey={claim => claim.id}
          sort={filters.sort}
          onSort={filters.setSort}
          isStale={claim => claim.freshness.stale}
          empty={
            filters.active ? (
              <EmptyState
                title="No claim matches"
                description="No claim that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <NothingClaimed />
            )
          }
        />
      </Section>
    </FleetContent>
  );
}
