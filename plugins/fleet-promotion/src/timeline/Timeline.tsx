import { useApi } from '@backstage/frontend-plugin-api';
import { promotionEventTypes } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  ChoiceSelect,
  EmptyState,
  ErrorNotice,
  ExportButton,
  fleetApiRef,
  promotionEventWord,
  PromotionTimeline,
  readAllPages,
  Section,
  Skeleton,
  Stack,
  useInfiniteFleet,
  useUrlState,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';
import { eventTable } from './eventTable';

const types = Object.fromEntries(
  promotionEventTypes.map(type => [type, promotionEventWord(type)]),
);

/** Who promoted, approved, merged and froze what, when, and from what to what: newest first. */
export function Timeline(props: { scope?: FleetScope }) {
  const { scope } = props;
  const api = useApi(fleetApiRef);
  const paths = usePromotionPaths();
  const [type, setType] = useUrlState('event');
  const chosen = type && Object.hasOwn(types, type) ? type : undefined;
  const conjunction = [
    ...(scope ? [`${scope.key}=${scope.value}`] : []),
    ...(chosen ? [`type=${chosen}`] : []),
  ].join(',');
  const filter = conjunction ? [conjunction] : [];
  const events = useInfiniteFleet(
    (client, page, signal) =>
      client.promotions.events({ filter, ...page }, { signal }),
    [conjunction],
    { pageSize: 12 },
  );

  return (
    <Section
      title="Timeline"
      subtitle="Newest first, from Git and from what people did here"
      action={
        <Stack direction="row" gap={1} align="start" wrap>
          <ChoiceSelect
            title="Only"
            none="Everything"
            options={types}
            value={chosen}
            onChange={setType}
          />
          <ExportButton
            name="fleet-promotion-timeline.csv"
            total={events.totalItems}
            read={async () =>
              eventTable(
                await readAllPages(page =>
                  api.promotions.events({ filter, ...page }),
                ),
              )
            }
          />
        </Stack>
      }
    >
      <Stack>
        {events.error && (
          <ErrorNotice
            error={events.error}
            what="the timeline"
            onRetry={events.refresh}
          />
        )}
        {events.loading && events.items.length === 0 && (
          <Skeleton rows={4} label="Loading the timeline" />
        )}
        {!events.loading && !events.error && events.items.length === 0 && (
          <NoEvents
            chosen={chosen && types[chosen]}
            onClear={() => setType(undefined)}
          />
        )}
        {events.items.length > 0 && (
          <PromotionTimeline events={events.items} linkTo={paths.promotion} />
        )}
        {events.hasMore && (
          <div>
            <ActionButton size="small" onClick={events.loadMore}>
              {events.loadingMore ? 'Loading older ones' : 'Show older ones'}
            </ActionButton>
          </div>
        )}
      </Stack>
    </Section>
  );
}

function NoEvents(props: { chosen: string | undefined; onClear(): void }) {
  const { chosen, onClear } = props;
  return chosen ? (
    <EmptyState
      title={`Nothing was “${chosen}”`}
      description="Nothing of this kind is known here."
      action={{ title: 'Show everything', onClick: onClear }}
    />
  ) : (
    <EmptyState
      title="Nothing was promoted yet"
      description="Who asked for a promotion, who approved and merged it, when it ran where, and every freeze would be here."
    />
  );
}
