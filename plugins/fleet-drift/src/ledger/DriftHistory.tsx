import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  DayChart,
  EmptyState,
  EpisodeTimeline,
  ErrorNotice,
  InternalLink,
  Muted,
  Notice,
  Skeleton,
  Stack,
  Text,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { LedgerView } from './LedgerView';
import { episodesOf, openByDay } from './openByDay';

const longestMs = 14 * 86_400_000;

/** More than one answer holds is more than a trend can be counted from, and more than anybody reads. */
const most = 500;
const shownRows = 50;

/** How much was open day by day, and when each drift came and went. */
export function DriftHistory(props: LedgerView) {
  const { filters, filterWith, linkWith } = props;
  const filter = filterWith({ state: ['open', 'ended'] });
  const {
    value: list,
    error,
    refresh,
  } = useFleet(
    (api, signal) =>
      api.listDrifts(
        {
          filter,
          text: filters.query.text,
          orderField: 'since,desc',
          limit: most,
        },
        { signal },
      ),
    [filter[0], filters.text],
  );

  if (!list) {
    return error ? (
      <ErrorNotice error={error} what="the history" onRetry={refresh} />
    ) : (
      <Skeleton rows={6} label="Loading the history" />
    );
  }
  if (list.totalItems === 0) {
    return (
      <EmptyState
        title="Nothing to look back on"
        description="Every drift is kept when it is over, with when it came and went."
      />
    );
  }
  const now = new Date();
  const from = startOf(list.items, now);
  const recent = list.items.filter(
    ({ endedAt }) => endedAt === undefined || endedAt > from,
  );

  return (
    <Stack gap={3}>
      {error && (
        <ErrorNotice error={error} what="the history" onRetry={refresh} />
      )}
      {list.totalItems > list.items.length ? (
        <Notice severity="info" title="Too many to count day by day">
          {`The trend is counted from at most ${most} drifts, and there are ${list.totalItems.toLocaleString()}. Filter, and it is shown.`}
        </Notice>
      ) : (
        <Stack gap={1}>
          <Text variant="strong" as="h2">
            Open at the end of each day
          </Text>
          <DayChart
            label="Open at the end of each day"
            days={openByDay(list.items, { from, now })}
          />
        </Stack>
      )}
      <Stack gap={1}>
        <Text variant="strong" as="h2">
          When each was there, the newest first
        </Text>
        <EpisodeTimeline
          label="When each drift was there"
          from={from}
          to={now.toISOString()}
          rows={recent.slice(0, shownRows).map(drift => ({
            key: drift.id,
            severity: drift.severity,
            episodes: episodesOf(drift),
            title: (
              <Stack gap={0}>
                <InternalLink
                  to={linkWith({}, { view: 'history', drift: drift.id })}
                >
                  <Text lines={2}>{drift.summary}</Text>
                </InternalLink>
                <Muted>{`${drift.title} on ${drift.cluster}`}</Muted>
              </Stack>
            ),
          }))}
        />
        {recent.length > shownRows && (
          <Muted>{`The newest ${shownRows} of ${recent.length}. Filter to see others.`}</Muted>
        )}
      </Stack>
    </Stack>
  );
}

/** Two weeks ago, or where the ledger begins: of what was before it nothing is known. */
function startOf(drifts: readonly Drift[], now: Date): string {
  const earliest = new Date(now.getTime() - longestMs).toISOString();
  const [first = earliest] = drifts.map(({ firstSince }) => firstSince).sort();
  return first > earliest ? first : earliest;
}
