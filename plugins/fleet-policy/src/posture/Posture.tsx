import { useApi } from '@backstage/frontend-plugin-api';
import type { PolicyPostureItem } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  ExportButton,
  FilterBar,
  fleetApiRef,
  FleetTable,
  Muted,
  ownerWord,
  readAllPages,
  Section,
  Stack,
  ToggleButton,
  useFleet,
  useInfiniteFleet,
  useScopedFilters,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { PolicyTrendSection } from './PolicyTrendSection';
import { postureColumns } from './postureColumns';
import { groupings, type Grouping } from './postureLink';
import { PostureTiles } from './PostureTiles';
import { postureTable } from './postureTable';

const keys = ['environment', 'region', 'cluster', 'owner', 'mine'] as const;

const fields = [
  { key: 'environment', title: 'Environment' },
  { key: 'cluster', title: 'Cluster' },
  { key: 'owner', title: 'Owner', format: ownerWord },
] as const;

/** How each team, environment or cluster stands: what is open, how old, where it goes, and how much is enforced. */
export function Posture() {
  const api = useApi(fleetApiRef);
  const { filters, filterWith } = useScopedFilters(keys);
  const [by, setBy] = useUrlState('by');
  const groupBy: Grouping =
    by === 'environment' || by === 'cluster' ? by : 'owner';
  const filter = filterWith();
  const { text } = filters.query;
  const results = useFleet(
    (fleet, signal) =>
      fleet.policies.results({ filter, text, limit: 1 }, { signal }),
    [filter[0], text],
  );
  const posture = useInfiniteFleet(
    (fleet, page, signal) =>
      fleet.policies.posture({ filter, text, groupBy, ...page }, { signal }),
    [filter[0], text, groupBy],
  );

  return (
    <Stack gap={3}>
      <PostureTiles filter={filter} results={results.value} />
      <FilterBar
        filters={filters}
        facets={results.value?.facets}
        fields={fields}
        mine
        textLabel="Find in results"
        total={results.value?.totalItems}
        noun={results.value?.totalItems === 1 ? 'breach' : 'breaches'}
      >
        {(Object.keys(groupings) as Grouping[]).map(key => (
          <ToggleButton
            key={key}
            pressed={key === groupBy}
            onToggle={() => setBy(key === 'owner' ? undefined : key)}
          >
            {groupings[key]}
          </ToggleButton>
        ))}
      </FilterBar>
      <PolicyTrendSection filter={filter[0]} />
      <Section
        title={groupings[groupBy]}
        subtitle="Worst first. A resource that breaks a policy on several clusters counts on each"
        action={
          <ExportButton
            name="fleet-policy-posture.csv"
            total={posture.totalItems}
            read={async () =>
              postureTable(
                await readAllPages(page =>
                  api.policies.posture({ filter, text, groupBy, ...page }),
                ),
              )
            }
          />
        }
        flush
      >
        <FleetTable<PolicyPostureItem>
          label="Posture"
          list={posture}
          columns={postureColumns(groupBy)}
          rowKey={({ key }) => key}
          empty={
            filters.active ? (
              <EmptyState
                title="Nothing matches"
                description="Nothing that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <EmptyState
                title="No posture to tell"
                description="Teams, environments and clusters would be here, with what they break and how much is enforced on them. You need the permission fleet.cluster.read, and clusters whose policies can be read: the doctor on a cluster’s page says so."
              />
            )
          }
        />
      </Section>
      <Muted>
        Enforced = policies that refuse or change what breaks them ÷ policies
        that are there, each counted on each of the clusters: for a team, those
        where it runs something. What a baseline demands and a cluster does not
        have is not in it: the coverage tells that. The order is the number of
        open breaches of the worst severity, then of the next.
      </Muted>
    </Stack>
  );
}
