import { useApi } from '@backstage/frontend-plugin-api';
import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  exceptionWord,
  ExportButton,
  fieldsWithin,
  FilterBar,
  fleetApiRef,
  FleetTable,
  ownerWord,
  readAllPages,
  Section,
  Stack,
  useInfiniteFleet,
  useScopedFilters,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { PolicyView } from '../screen/PolicyView';
import { usePolicyPaths } from '../usePolicyPaths';
import { exceptionColumns } from './exceptionColumns';
import { exceptionTable } from './exceptionTable';

const keys = [
  'state',
  'policy',
  'environment',
  'region',
  'cluster',
  'owner',
  'engine',
  'entity',
  'mine',
] as const;

const fields = [
  { key: 'state', title: 'Until', format: exceptionWord },
  { key: 'policy', title: 'Policy' },
  { key: 'environment', title: 'Environment' },
  { key: 'cluster', title: 'Cluster' },
  { key: 'owner', title: 'Owner', format: ownerWord },
] as const;

/** What is let through although it breaks a policy: what has expired and soon does comes first. */
export function Exceptions(props: Pick<PolicyView, 'scope'>) {
  const { scope } = props;
  const api = useApi(fleetApiRef);
  const paths = usePolicyPaths();
  const { filters, filterWith } = useScopedFilters(keys, { scope });
  const filter = filterWith();
  const { text } = filters.query;
  const exceptions = useInfiniteFleet(
    (fleet, page, signal) =>
      fleet.policies.exceptions({ filter, text, ...page }, { signal }),
    [filter[0], text],
  );

  return (
    <Stack>
      <FilterBar
        filters={filters}
        facets={exceptions.page?.facets}
        fields={fieldsWithin(scope, fields)}
        mine={!scope}
        textLabel="Find an exception"
        total={exceptions.totalItems}
        noun={exceptions.totalItems === 1 ? 'exception' : 'exceptions'}
      />
      <Section
        title="Exceptions"
        subtitle="What has expired and what soon does comes first"
        action={
          <ExportButton
            name="fleet-policy-exceptions.csv"
            total={exceptions.totalItems}
            read={async () =>
              exceptionTable(
                await readAllPages(page =>
                  api.policies.exceptions({ filter, text, ...page }),
                ),
              )
            }
          />
        }
        flush
      >
        <FleetTable<PolicyException>
          label="Exceptions"
          list={exceptions}
          columns={exceptionColumns(paths).filter(
            ({ key }) => !(scope?.key === 'cluster' && key === 'where'),
          )}
          rowKey={({ id }) => id}
          isStale={({ freshness }) => freshness.stale}
          empty={
            filters.active ? (
              <EmptyState
                title="No exception matches"
                description="No exception that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <EmptyState
                title="No exceptions"
                description="Here would be what is let through although it breaks a policy, such as a PolicyException of Kyverno: until when, why, who asked for it, and what it lets through."
              />
            )
          }
        />
      </Section>
    </Stack>
  );
}
