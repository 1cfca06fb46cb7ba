import { standingOf, type Standing } from '../../../policy/standingOf';
import type { PolicyRow } from '../../rows/PolicyRow';
import { groupBy } from '../../sql/groupBy';
import type { PolicyCluster } from './readPolicyClusters';

/** How a policy, or what there is of a control, stands on each of the clusters. */
export function standingsOf(
  rows: readonly PolicyRow[],
  clusters: readonly PolicyCluster[],
  of: { engines: readonly string[]; usualContent?: string },
): Map<string, Standing> {
  const byCluster = groupBy(rows, ({ cluster }) => cluster);
  return new Map(
    clusters.map(cluster => [
      cluster.name,
      standingOf(
        (byCluster.get(cluster.name) ?? []).map(row => ({
          engine: row.engine,
          namespace: row.namespace,
          mode: row.mode,
          ready: Boolean(row.ready),
          notReady: row.not_ready,
          bindings: () => JSON.parse(row.bindings),
          contentHash: row.content_hash,
        })),
        cluster,
        of,
      ),
    ]),
  );
}
