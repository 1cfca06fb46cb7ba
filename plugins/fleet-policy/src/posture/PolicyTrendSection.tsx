import {
  DayChart,
  ErrorNotice,
  Moment,
  Muted,
  Section,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';

const days = 30;

/** How much was open day by day. */
export function PolicyTrendSection(props: {
  /** A conjunction of the API's filter. */
  filter: string | undefined;
}) {
  const { filter } = props;
  const {
    value: trend,
    error,
    refresh,
  } = useFleet(
    (api, signal) =>
      api.policies.trend({ filter: filter ? [filter] : [], days }, { signal }),
    [filter],
  );

  return (
    <Section
      title="Open at the end of each day"
      subtitle={
        trend?.since && (
          <>
            Counted since <Moment at={trend.since} />; today as it stands
          </>
        )
      }
    >
      {error && (
        <ErrorNotice error={error} what="the trend" onRetry={refresh} />
      )}
      {!trend && !error && <Skeleton rows={3} label="Loading the trend" />}
      {trend && (
        <DayChart
          label="Breaches open at the end of each day"
          days={trend.points.map(({ day, open }) => ({
            // The middle of the viewer's day: midnight would be another day elsewhere.
            at: `${day}T12:00:00`,
            count: Object.values(open).reduce((sum, count) => sum + count, 0),
          }))}
        />
      )}
      {trend && trend.points.length < 2 && (
        <Muted>From tomorrow on there are days to compare.</Muted>
      )}
    </Section>
  );
}
