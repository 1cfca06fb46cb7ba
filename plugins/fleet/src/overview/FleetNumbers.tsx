import {
  statesByUrgency,
  worstState,
  type DriftCounts,
  type State,
  type StateCounts,
  type Summary,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  filterLink,
  Freshness,
  InternalLink,
  Stack,
  StateCounts as StateCountsView,
  SummaryTiles,
  type SummaryTile,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../useFleetPaths';

/** The numbers of the fleet, each a link to what it counts. */
export function FleetNumbers(props: { summary: Summary }) {
  const { summary } = props;
  const paths = useFleetPaths();
  const oldest = summary.oldest[0];

  return (
    <SummaryTiles
      tiles={[
        {
          key: 'clusters',
          value: sum(summary.clusters).toLocaleString(),
          title: 'clusters',
          to: paths.clusters,
          state: worstOf(summary.clusters),
          detail: (
            <StateCountsView
              counts={summary.clusters}
              label="clusters"
              linkTo={state => filterLink(paths.clusters, { state })}
            />
          ),
        },
        {
          key: 'applications',
          value: sum(summary.applications).toLocaleString(),
          title: 'applications',
          to: paths.applications,
          state: worstOf(summary.applications),
          detail: (
            <StateCountsView
              counts={summary.applications}
              label="applications"
              linkTo={state => filterLink(paths.applications, { state })}
            />
          ),
        },
        ...(paths.drift ? [driftTile(summary.drift, paths.drift)] : []),
        {
          key: 'unowned',
          value: summary.unowned.toLocaleString(),
          title: 'without a proven owner',
          to: filterLink(paths.applications, { view: 'unowned' }),
          detail:
            summary.unowned > 0
              ? 'No label on the cluster links them to an entity'
              : 'Every application belongs to an entity',
        },
        {
          key: 'age',
          value: <Age at={summary.freshness.observedAt} />,
          title: 'oldest data',
          detail: oldest ? (
            <>
              but {oldest.cluster}: <Freshness freshness={oldest.freshness} />
              {summary.oldest.length > 1 &&
                `, and ${summary.oldest.length - 1} more`}
            </>
          ) : (
            'Every cluster answers in time'
          ),
          to: oldest && filterLink(paths.clusters, { state: 'unreachable' }),
        },
      ]}
    />
  );
}

/** What is told of drift, where the plugin is there that shows it. */
function driftTile(
  { total, severities, kinds }: DriftCounts,
  path: string,
): SummaryTile {
  const urgent = (severities.critical ?? 0) + (severities.high ?? 0);
  const blind = kinds.frozen ?? 0;
  return {
    key: 'drift',
    value: total.toLocaleString(),
    title: total === 1 ? 'drift' : 'drifts',
    to: path,
    state: urgent > 0 ? 'failing' : undefined,
    detail: (
      <Stack direction="row" gap={1} wrap>
        <InternalLink to={filterLink(path, { severity: ['critical', 'high'] })}>
          {`${urgent.toLocaleString()} critical or high`}
        </InternalLink>
        <InternalLink to={filterLink(path, { kind: 'frozen' })}>
          {`${blind.toLocaleString()} where nobody corrects`}
        </InternalLink>
      </Stack>
    ),
  };
}

function sum(counts: StateCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function worstOf(counts: StateCounts): State | undefined {
  return worstState(statesByUrgency.filter(state => counts[state] > 0));
}
