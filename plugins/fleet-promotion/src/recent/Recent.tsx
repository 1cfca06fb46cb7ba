import { useApi } from '@backstage/frontend-plugin-api';
import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  ExportButton,
  FilterBar,
  fleetApiRef,
  FleetTable,
  ownerWord,
  promotionWord,
  readAllPages,
  Section,
  Stack,
  useInfiniteFleet,
  useScopedFilters,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { promotionColumns } from '../promotions/promotionColumns';
import { usePromotionPaths } from '../usePromotionPaths';
import { promotionTable } from './promotionTable';

const keys = [
  'state',
  'action',
  'environment',
  'application',
  'owner',
  'mine',
] as const;

const fields = [
  { key: 'state', title: 'State', format: promotionWord },
  { key: 'action', title: 'What' },
  { key: 'environment', title: 'Environment' },
  { key: 'application', title: 'Application' },
  { key: 'owner', title: 'Owner', format: ownerWord },
] as const;

/** What has come to its end. */
const ended = ['done', 'failed', 'closed', 'superseded'];

/** What ended last comes first. */
const orderField = 'endedAt,desc';

/** What was promoted and rolled back, newest first. */
export function Recent() {
  const api = useApi(fleetApiRef);
  const paths = usePromotionPaths();
  const { filters, filterWith } = useScopedFilters(keys);
  const chosen = filters.values.state.filter(state => ended.includes(state));
  const filter = filterWith({ state: chosen.length > 0 ? chosen : ended });
  const { text } = filters.query;
  const promotions = useInfiniteFleet(
    (client, page, signal) =>
      client.promotions.list({ filter, text, orderField, ...page }, { signal }),
    [filter[0], text],
  );

  return (
    <Stack>
      <FilterBar
        filters={filters}
        facets={promotions.page?.facets}
        fields={fields}
        mine
        textLabel="Find a promotion"
        total={promotions.totalItems}
        noun={promotions.totalItems === 1 ? 'promotion' : 'promotions'}
      />
      <Section
        title="Recent"
        subtitle="Newest first"
        action={
          <ExportButton
            name="fleet-promotions.csv"
            total={promotions.totalItems}
            read={async () =>
              promotionTable(
                await readAllPages(page =>
                  api.promotions.list({ filter, text, orderField, ...page }),
                ),
              )
            }
          />
        }
        flush
      >
        <FleetTable<Promotion>
          label="Recent promotions"
          list={promotions}
          columns={promotionColumns(paths, 'ended')}
          rowKey={({ id }) => id}
          empty={
            filters.active ? (
              <EmptyState
                title="No promotion matches"
                description="No promotion that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <EmptyState
                title="Nothing was promoted yet"
                description="What was promoted and rolled back would be here, with how long it took from the request until it ran everywhere."
                action={{ title: 'See all pipelines', to: '?view=pipelines' }}
              />
            )
          }
        />
      </Section>
    </Stack>
  );
}
