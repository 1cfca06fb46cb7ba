import { useApi } from '@backstage/frontend-plugin-api';
import type {
  PolicyCoverageCell,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ColumnWindow,
  CoverageGrid,
  CoverageLegend,
  ErrorNotice,
  ExportButton,
  FilterBar,
  fleetApiRef,
  Section,
  Stack,
  ToggleButton,
  useFleet,
  useInfiniteFleet,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { policyTypeWord } from '../policyWords';
import type { PolicyView } from '../screen/PolicyView';
import { BaselineWords } from './BaselineWords';
import { NothingCovered } from './NothingCovered';
import { readCoverageTable } from './readCoverageTable';
import { useCoverageFilters } from './useCoverageFilters';

/** A response holds at most this many columns times a page of rows. */
const columnLimit = 100;

const fields = [
  { key: 'environment', title: 'Environment' },
  { key: 'region', title: 'Region' },
  { key: 'cluster', title: 'Cluster' },
  { key: 'engine', title: 'Engine' },
  { key: 'type', title: 'Type', format: policyTypeWord },
  { key: 'severity', title: 'Severity' },
  { key: 'category', title: 'Category' },
] as const;

/** Which cluster lacks which policy, or only audits what others enforce? */
export function Coverage(props: PolicyView) {
  const { scope, onOpenPolicy } = props;
  const api = useApi(fleetApiRef);
  const { filters, filter, columnFilter } = useCoverageFilters(scope);
  const { text } = filters.query;
  const [by, setBy] = useUrlState('by');
  const [only, setOnly] = useUrlState('deviations');
  const [firstColumn, setFirstColumn] = useUrlState('column');
  const groupBy = by === 'policy' ? 'policy' : 'control';
  const deviations = only === 'on';
  const columnOffset = Math.max(
    0,
    Number.parseInt(firstColumn ?? '0', 10) || 0,
  );
  const query = { filter, text, groupBy, deviations } as const;

  const facets = useFleet(
    async (fleet, signal) => {
      const one = { limit: 1 };
      const [clusters, policies] = await Promise.all([
        fleet.listClusters({ ...one, filter: columnFilter }, { signal }),
        fleet.policies.list({ ...one, filter, text }, { signal }),
      ]);
      // Clusters have engines as well, which are not those of policies.
      return { ...clusters.facets, ...policies.facets };
    },
    [filter[0], columnFilter[0], text],
  );
  const rows = useInfiniteFleet(
    (fleet, page, signal) =>
      fleet.policies.coverage(
        { ...query, ...page, columnOffset, columnLimit },
        { signal },
      ),
    [filter[0], text, groupBy, deviations, columnOffset],
    { pageSize: 50 },
  );
  const { page } = rows;
  const columns = page?.columns ?? [];

  return (
    <Stack>
      <FilterBar
        filters={filters}
        facets={facets.value}
        fields={fields.filter(
          ({ key }) =>
            !(scope && ['environment', 'region', 'cluster'].includes(key)),
        )}
        textLabel="Find a policy"
        total={rows.totalItems}
        noun={groupBy === 'control' ? 'controls' : 'policies'}
      >
        <ToggleButton
          pressed={groupBy === 'policy'}
          onToggle={() => setBy(groupBy === 'policy' ? undefined : 'policy')}
        >
          Policy by policy
        </ToggleButton>
        <ToggleButton
          pressed={deviations}
          onToggle={() => setOnly(deviations ? undefined : 'on')}
        >
          Only deviations
        </ToggleButton>
      </FilterBar>
      {facets.error && (
        <ErrorNotice
          error={facets.error}
          what="what to filter by"
          onRetry={facets.refresh}
        />
      )}
      <Section
        title={
          groupBy === 'control'
            ? 'Which cluster enforces which control'
            : 'Which cluster has which policy'
        }
        subtitle={page && <BaselineWords coverage={page} />}
        action={
          <Stack direction="row" gap={1} align="center" wrap>
            <ColumnWindow
              offset={columnOffset}
              limit={columnLimit}
              total={page?.totalColumns ?? 0}
              onChange={offset =>
                setFirstColumn(offset === 0 ? undefined : String(offset))
              }
            />
            <ExportButton
              name="fleet-policy-coverage.csv"
              total={rows.totalItems}
              read={() => readCoverageTable(api, query)}
            />
          </Stack>
        }
        flush
      >
        <CoverageGrid
          label="Policy coverage"
          corner={groupBy === 'control' ? 'Control' : 'Policy'}
          columns={columns}
          list={rows}
          onOpen={(cell, row) => {
            const id = policyOf(cell, row);
            if (id) {
              onOpenPolicy(id);
            }
          }}
          empty={
            <NothingCovered
              filtered={filters.active || deviations}
              byControl={groupBy === 'control'}
              onClear={() => {
                if (deviations) {
                  setOnly(undefined);
                } else {
                  filters.clear();
                }
              }}
              onShowPolicies={() => setBy('policy')}
            />
          }
        />
      </Section>
      <CoverageLegend />
    </Stack>
  );
}

/** The policy that a cell is about; where a cluster has none, that of a row's first cluster that does. */
function policyOf(
  cell: PolicyCoverageCell,
  row: PolicyCoverageRow,
): string | undefined {
  const [policy = undefined] = [
    ...cell.policies,
    ...row.cells.flatMap(({ policies }) => policies),
  ];
  return policy?.id;
}
