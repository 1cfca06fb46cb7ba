import {
  ChoiceSelect,
  EmptyState,
  ErrorNotice,
  ExportButton,
  FleetTable,
  Muted,
  Section,
  Skeleton,
  Stack,
  useFleet,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { teamColumns } from './teamColumns';
import { teamTable } from './teamTable';

const usual = 30;
const spans = { 7: '7 days', 90: '90 days', 365: 'a year' };

/** How often and how fast teams promote, from the same facts as everything else here. */
export function Teams() {
  const [span, setSpan] = useUrlState('days');
  const days = span && Object.hasOwn(spans, span) ? Number(span) : usual;
  const {
    value: statistics,
    error,
    refresh,
  } = useFleet(
    (api, signal) => api.promotions.statistics({ days }, { signal }),
    [days],
  );
  const items = statistics?.items ?? [];

  return (
    <Stack gap={3}>
      <Section
        title="By team"
        subtitle={`Over ${days} days`}
        action={
          <Stack direction="row" gap={1} align="start" wrap>
            <ChoiceSelect
              title="Over"
              options={spans}
              value={span}
              none={`${usual} days`}
              onChange={setSpan}
            />
            <ExportButton
              name="fleet-promotion-teams.csv"
              total={items.length}
              read={async () => teamTable(items)}
            />
          </Stack>
        }
        flush
      >
        {error && (
          <ErrorNotice error={error} what="the statistics" onRetry={refresh} />
        )}
        {!statistics && !error && (
          <Skeleton rows={4} label="Loading the statistics" />
        )}
        {statistics && (
          <FleetTable
            label="Promotions by team"
            list={items}
            columns={teamColumns}
            rowKey={({ ownerRef }) => ownerRef ?? ''}
            empty={
              <EmptyState
                title="Nothing was promoted in this time"
                description="How often each team promotes, and how long it takes from the request until it runs everywhere, would be here."
              />
            }
          />
        )}
      </Section>
      <Muted>
        Lead time = from the request of a promotion until the last of its
        clusters ran it and was well, of those that were done in this time. The
        median says what is usual. The percentage = promotions that failed, of
        those that failed or were done.
      </Muted>
    </Stack>
  );
}
