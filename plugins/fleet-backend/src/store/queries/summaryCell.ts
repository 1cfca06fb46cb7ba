import {
  statesByUrgency,
  worstState,
  type State,
  type StateCounts,
  type SummaryCell,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClusterRow } from '../rows/ClusterRow';
import type { QueryContext } from './QueryContext';
import { clusterFreshness } from './toCluster';

/** Clusters that a cell names. */
const mostNames = 20;

/** How many of something are in a state. */
export interface StateCount {
  state: State;
  count: number | string;
}

/** The clusters of an environment in a region. */
export function summaryCell(
  clusters: readonly ClusterRow[],
  applications: ReadonlyMap<string, readonly StateCount[]>,
  context: QueryContext,
): SummaryCell {
  const worstFirst = clusters.toSorted(
    (a, b) => urgency(a) - urgency(b) || (a.name < b.name ? -1 : 1),
  );
  const versions = new Set(clusters.map(({ version }) => version));
  const counts = clusters.flatMap(({ name }) => applications.get(name) ?? []);
  const ages = clusters
    .map(cluster => clusterFreshness(cluster, context))
    .sort(
      (a, b) =>
        Number(b.stale) - Number(a.stale) ||
        ((a.observedAt ?? '') < (b.observedAt ?? '') ? -1 : 1),
    );
  return {
    environment: clusters[0].environment,
    region: clusters[0].region,
    clusters: worstFirst.slice(0, mostNames).map(({ name }) => name),
    total: clusters.length,
    state: worstState(clusters.map(({ state }) => state)) ?? 'unknown',
    version: versions.size === 1 ? [...versions][0] : undefined,
    applications: sumStates(counts),
    freshness: ages[0],
  };
}

/** Adds up counts by state. */
export function sumStates(counts: Iterable<StateCount>): StateCounts {
  const sums: StateCounts = {};
  for (const { state, count } of counts) {
    sums[state] = (sums[state] ?? 0) + Number(count);
  }
  return sums;
}

function urgency({ state }: ClusterRow): number {
  return statesByUrgency.indexOf(state);
}
