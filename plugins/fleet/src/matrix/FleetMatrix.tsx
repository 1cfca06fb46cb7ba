import { useApi } from '@backstage/frontend-plugin-api';
import type { MatrixRow } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  ChoiceSelect,
  ColumnWindow,
  downloadText,
  EmptyState,
  EntityLink,
  ErrorNotice,
  FilterBar,
  fleetApiRef,
  FleetContent,
  MatrixGrid,
  Section,
  Stack,
  useAttempt,
  useFilters,
  useFleet,
  useInfiniteFleet,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationDrawer } from '../application/ApplicationDrawer';
import { readMatrixCsv } from './readMatrixCsv';

/** A response holds at most this many columns times a page of rows. */
const columnLimit = 100;

/** From here on a wall of equal rows hides the odd one. */
const manyColumns = 20;

const groupings = { owner: 'Owner', system: 'System' };

/** Which version of what runs where, and who is the odd one out? */
export function FleetMatrix() {
  const api = useApi(fleetApiRef);
  const filters = useFilters([
    'environment',
    'region',
    'cluster',
    'engine',
    'owner',
    'mine',
  ]);
  const [chosen, setChosen] = useUrlState('differences');
  const [firstColumn, setFirstColumn] = useUrlState('column');
  const [chosenGroup, setChosenGroup] = useUrlState('group');
  const [open, setOpen] = useUrlState('application');
  const { error, attempt } = useAttempt();
  const groupBy = (['owner', 'system'] as const).find(
    name => name === chosenGroup,
  );
  const columnOffset = Math.max(
    0,
    Number.parseInt(firstColumn ?? '0', 10) || 0,
  );

  const bounds = useFleet(
    async (fleet, signal) => {
      const [matrix, applications] = await Promise.all([
        fleet.getMatrix(
          { ...filters.query, limit: 1, columnLimit: 1 },
          { signal },
        ),
        fleet.listApplications({ ...filters.query, limit: 1 }, { signal }),
      ]);
      return { columns: matrix.totalColumns, facets: applications.facets };
    },
    [filters.key],
  );
  const totalColumns = bounds.value?.columns ?? 0;
  const differences =
    chosen === undefined ? totalColumns > manyColumns : chosen === 'on';
  const rows = useInfiniteFleet(
    (fleet, page, signal) =>
      fleet.getMatrix(
        {
          ...filters.query,
          ...page,
          differences,
          groupBy,
          columnOffset,
          columnLimit,
        },
        { signal },
      ),
    [filters.key, differences, groupBy, columnOffset],
    { pageSize: 50, pause: bounds.value === undefined },
  );

  function exportCsv() {
    return attempt(async () =>
      downloadText({
        name: 'fleet-matrix.csv',
        type: 'text/csv',
        text: await readMatrixCsv(api, {
          ...filters.query,
          differences,
          groupBy,
        }),
      }),
    );
  }

  return (
    <FleetContent>
      <FilterBar
        filters={filters}
        facets={bounds.value?.facets}
        fields={[
          { key: 'environment', title: 'Environment' },
          { key: 'region', title: 'Region' },
          { key: 'cluster', title: 'Cluster' },
          { key: 'engine', title: 'Engine' },
          { key: 'owner', title: 'Owner' },
        ]}
        mine
        textLabel="Find an application"
        total={rows.totalItems}
        noun={differences ? 'rows that differ' : 'rows'}
      >
        <ChoiceSelect
          title="Group by"
          options={groupings}
          value={groupBy}
          onChange={setChosenGroup}
        />
      </FilterBar>
      {bounds.error && !bounds.value && (
        <ErrorNotice
          error={bounds.error}
          what="the matrix"
          onRetry={bounds.refresh}
        />
      )}
      {error && <ErrorNotice error={error} what="the export" />}
      <Section
        title={differences ? 'Only differences' : 'All versions'}
        subtitle="Rows are applications, columns are clusters in promotion order; the odd ones of a row have a border"
        action={
          <Stack direction="row" gap={1} align="center" wrap>
            <ColumnWindow
              offset={columnOffset}
              limit={columnLimit}
              total={totalColumns}
              onChange={offset =>
                setFirstColumn(offset === 0 ? undefined : String(offset))
              }
            />
            <ActionButton
              size="small"
              onClick={() => setChosen(differences ? 'off' : 'on')}
            >
              {differences ? 'Show all rows' : 'Show only differences'}
            </ActionButton>
            <ActionButton
              size="small"
              icon="download"
              disabledReason={
                rows.totalItems === 0 ? 'There is nothing to export' : undefined
              }
              onClick={exportCsv}
            >
              Export CSV
            </ActionButton>
          </Stack>
        }
        flush
      >
        <MatrixGrid
          label="Versions by cluster"
          columns={rows.page?.columns ?? []}
          list={rows}
          onOpen={cell => setOpen(cell.id)}
          groupBy={groupBy && groupOf}
          renderGroup={group =>
            group ? <EntityLink entityRef={group} /> : `No ${groupBy}`
          }
          empty={
            differences ? (
              <EmptyState
                title="Nothing differs"
                description="Every application runs the same version on all of its clusters of an environment."
                action={{
                  title: 'Show all rows',
                  onClick: () => setChosen('off'),
                }}
              />
            ) : (
              <EmptyState
                title="No applications to compare"
                description="Every application that you may see would be a row here, every cluster a column."
              />
            )
          }
        />
      </Section>
      <ApplicationDrawer id={open} onClose={() => setOpen(undefined)} />
    </FleetContent>
  );
}

function groupOf({ groupRef = '' }: MatrixRow): string {
  return groupRef;
}
