import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FilterBar,
  FleetTable,
  ownerWord,
  promotionWord,
  Section,
  Stack,
  useInfiniteFleet,
  useScopedFilters,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { promotionColumns } from '../promotions/promotionColumns';
import { usePromotionPaths } from '../usePromotionPaths';
import { byWhatItNeeds, groupOf } from './groups';
import { NothingUnderWay } from './NothingUnderWay';
import { UnderWayTiles } from './UnderWayTiles';
import { useViewer } from './useViewer';

const keys = [
  'state',
  'ended',
  'stuck',
  'action',
  'environment',
  'application',
  'owner',
  'mine',
] as const;

const fields = [
  { key: 'state', title: 'State', format: promotionWord },
  { key: 'environment', title: 'Environment' },
  { key: 'application', title: 'Application' },
  { key: 'owner', title: 'Owner', format: ownerWord },
] as const;

/** What has not come to its end. */
const open = ['waiting', 'ready', 'rolling-out', 'failed'];

/** What waits for whom, mine first; what is stuck or failed; what is on its way. */
export function UnderWay() {
  const paths = usePromotionPaths();
  const viewer = useViewer();
  const { filters, filterWith } = useScopedFilters(keys);
  const chosen = filters.values.state.filter(state => open.includes(state));
  const filter = filterWith({
    state: chosen.length > 0 ? chosen : open,
    ended: ['false'],
  });
  const { text } = filters.query;
  const promotions = useInfiniteFleet(
    (api, page, signal) =>
      api.promotions.list({ filter, text, ...page }, { signal }),
    [filter[0], text],
  );
  const items = useMemo(
    () => byWhatItNeeds(promotions.items, viewer),
    [promotions.items, viewer],
  );

  return (
    <Stack gap={3}>
      <UnderWayTiles />
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
        title="Under way"
        subtitle="What needs a person comes first"
        flush
      >
        <FleetTable<Promotion>
          label="Promotions under way"
          list={{ ...promotions, items }}
          columns={promotionColumns(paths, 'under-way')}
          rowKey={({ id }) => id}
          groupBy={promotion => groupOf(promotion, viewer)}
          empty={
            filters.active ? (
              <EmptyState
                title="No promotion matches"
                description="No promotion that you may see has all of these."
                action={{ title: 'Clear the filters', onClick: filters.clear }}
              />
            ) : (
              <NothingUnderWay />
            )
          }
        />
      </Section>
    </Stack>
  );
}
