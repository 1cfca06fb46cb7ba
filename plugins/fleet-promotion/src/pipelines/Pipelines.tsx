import { useApi } from '@backstage/frontend-plugin-api';
import type { PipelineSummary } from '@fleetcommander/backstage-plugin-fleet-common';
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
  useInfiniteFleet,
  useScopedFilters,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { NoPipelines } from './NoPipelines';
import { pipelineColumns } from './pipelineColumns';
import { pipelineTable } from './pipelineTable';
import { stageNames } from './stageNames';

const keys = [
  'pipeline',
  'repository',
  'environment',
  'owner',
  'entity',
  'mine',
] as const;

const fields = [
  { key: 'pipeline', title: 'Pipeline' },
  { key: 'repository', title: 'Repository' },
  { key: 'owner', title: 'Owner', format: ownerWord },
] as const;

/** Where does what stand: a row for each application, a column for each stage. */
export function Pipelines(props: { scope?: FleetScope }) {
  const { scope } = props;
  const api = useApi(fleetApiRef);
  const { filters, filterWith } = useScopedFilters(keys, { scope });
  const filter = filterWith();
  const { text } = filters.query;
  const pipelines = useInfiniteFleet(
    (client, page, signal) =>
      client.promotions.pipelines({ filter, text, ...page }, { signal }),
    [filter[0], text],
  );
  const stages = useMemo(() => stageNames(pipelines.items), [pipelines.items]);
  const columns = useMemo(() => pipelineColumns(stages), [stages]);

  return (
    <Stack>
      <FilterBar
        filters={filters}
        facets={pipelines.page?.facets}
        fields={fieldsWithin(scope, fields)}
        mine={!scope}
        textLabel="Find an application"
        total={pipelines.totalItems}
        noun={pipelines.totalItems === 1 ? 'pipeline' : 'pipelines'}
      />
      <Section
        title="Pipelines"
        subtitle="What each stage runs, and how much it lacks of the one before it"
        action={
          <ExportButton
            name="fleet-pipelines.csv"
            total={pipelines.totalItems}
            read={async () =>
              pipelineTable(
                await readAllPages(page =>
                  api.promotions.pipelines({ filter, text, ...page }),
                ),
              )
            }
          />
        }
        flush
      >
        <FleetTable<PipelineSummary>
          label="Pipelines"
          list={pipelines}
          columns={columns}
          rowKey={({ id }) => id}
          empty={
            filters.active ? (
              <EmptyState
                title="No pipeline matches"
                description="No pipeline that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <NoPipelines />
            )
          }
        />
      </Section>
    </Stack>
  );
}
