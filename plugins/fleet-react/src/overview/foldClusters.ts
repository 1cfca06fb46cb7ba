import { statesByUrgency } from '@fleetcommander/backstage-plugin-fleet-common';
import type { StageCluster } from './StageClusterCard';

/**
 * Splits the clusters of a stage into those to show and the rest. Where there are too many, those that need a person are shown,
 * since a wall of what is fine hides them.
 *
 * @public
 */
export function foldClusters(
  clusters: readonly StageCluster[],
  most: number,
): { shown: readonly StageCluster[]; rest: readonly StageCluster[] } {
  if (clusters.length <= most) {
    return { shown: clusters, rest: [] };
  }
  const worstFirst = [...clusters].sort(
    (a, b) =>
      statesByUrgency.indexOf(a.state) - statesByUrgency.indexOf(b.state),
  );
  return { shown: worstFirst.slice(0, most), rest: worstFirst.slice(most) };
}
