import { useApi } from '@backstage/frontend-plugin-api';
import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  ExportButton,
  fieldsWithin,
  FilterBar,
  fleetApiRef,
  FleetTable,
  ownerWord,
  readAllPages,
  Section,
  Stack,
  ToggleButton,
  useInfiniteFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { policyIdWord } from '../policyWords';
import type { PolicyView } from '../screen/PolicyView';
import { NothingBroken } from './NothingBroken';
import { hiddenColumn, resultColumns } from './resultColumns';
import { resultTable } from './resultTable';
import { useResultFilters } from './useResultFilters';

const fields = [
  { key: 'severity', title: 'Severity' },
  { key: 'policy', title: 'Policy', format: policyIdWord },
  { key: 'environment', title: 'Environment' },
  { key: 'cluster', title: 'Cluster' },
  { key: 'owner', title: 'Owner', format: ownerWord },
  { key: 'engine', title: 'Engine' },
  { key: 'category', title: 'Category' },
] as const;

const toggles = [
  { key: 'changed', value: 'began', title: 'New this week' },
  { key: 'changed', value: 'ended', title: 'Ended this week' },
  { key: 'excepted', value: 'true', title: 'Excepted' },
  { key: 'unowned', value: 'true', title: 'Unowned' },
] as const;

/** What breaks policies, worst first, and how to fix it. */
export function Results(props: PolicyView) {
  const { scope, onOpenResult } = props;
  const api = useApi(fleetApiRef);
  const { filters, filter } = useResultFilters(scope);
  const { text, orderField } = filters.query;
  const results = useInfiniteFleet(
    (fleet, page, signal) =>
      fleet.policies.results({ filter, text, orderField, ...page }, { signal }),
    [filter[0], text, orderField],
  );
  const hidden = hiddenColumn(scope);

  return (
    <Stack>
      <FilterBar
        filters={filters}
        facets={results.page?.facets}
        fields={fieldsWithin(scope, fields)}
        mine={!scope}
        textLabel="Find in results"
        total={results.totalItems}
        noun={results.totalItems === 1 ? 'breach' : 'breaches'}
      >
        {toggles
          .filter(({ key }) => !(scope && key === 'unowned'))
          .map(({ key, value, title }) => (
            <ToggleButton
              key={value + key}
              pressed={filters.values[key].includes(value)}
              onToggle={() =>
                filters.setValues(
                  key,
                  filters.values[key].includes(value) ? [] : [value],
                )
              }
            >
              {title}
            </ToggleButton>
          ))}
      </FilterBar>
      <Section
        title={scope ? 'All breaches' : 'What breaks policies'}
        subtitle="Worst first, and of one severity what has lasted longest"
        action={
          <ExportButton
            name="fleet-policy-results.csv"
            total={results.totalItems}
            read={async () =>
              resultTable(
                await readAllPages(page =>
                  api.policies.results({ filter, text, orderField, ...page }),
                ),
              )
            }
          />
        }
        flush
      >
        <FleetTable<PolicyResult>
          label="Policy results"
          list={results}
          columns={resultColumns.filter(({ key }) => key !== hidden)}
          rowKey={({ id }) => id}
          sort={filters.sort}
          onSort={filters.setSort}
          onOpen={({ id }) => onOpenResult(id)}
          openLabel={({ policy, resource }) =>
            `Open ${policy.title} on ${resource.kind} ${resource.name}`
          }
          isStale={({ freshness }) => freshness.stale}
          empty={
            filters.active ? (
              <EmptyState
                title="No breach matches"
                description="Nothing that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <NothingBroken scope={scope} />
            )
          }
        />
      </Section>
    </Stack>
  );
}
