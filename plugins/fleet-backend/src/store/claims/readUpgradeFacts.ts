import type { NodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { claimFields } from '../../claims/claimFields';
import type { ClaimRules } from '../../claims/ClaimRules';
import type {
  UpgradeFacts,
  UpgradePlan,
} from '../../claims/upgrades/UpgradePlan';
import {
  observedColumns,
  observedFreshness,
  type ObservedRow,
} from '../queries/observation';
import type { QueryContext } from '../queries/QueryContext';
import type { ClaimRow } from '../rows/ClaimRow';
import type { ClusterRow } from '../rows/ClusterRow';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { readGitClaims } from './readGitClaims';

/** What is known of the clusters of an upgrade, by the ids of their claims. */
export async function readUpgradeFacts(
  context: QueryContext,
  rules: ClaimRules,
  { waves }: UpgradePlan,
): Promise<Map<string, UpgradeFacts>> {
  const { database } = context;
  const items = waves.flatMap(wave => wave.clusters);
  const ids = items.map(({ claimId }) => claimId);
  const names = items.map(({ cluster }) => cluster);
  const claims = byKey(
    await database('claims').whereIn('id', ids),
    (row: ClaimRow) => row.id,
  );
  const clusters = byKey(
    await database('clusters').whereIn('name', names),
    (row: ClusterRow) => row.name,
  );
  const git = await readGitClaims(database, ids);
  const nodes: { cluster: string; data: string }[] = await database('records')
    .whereIn('cluster', names)
    .where({ type: 'node' })
    .select('cluster', 'data');
  const looks: object[] = await database('clusters')
    .leftJoin('collections', join =>
      join
        .on('collections.cluster', 'clusters.name')
        .andOnVal('collections.group', '')
        .andOnVal('collections.plural', 'nodes'),
    )
    .whereIn('clusters.name', names)
    .select('clusters.name', ...observedColumns(database, 'clusters'));
  const nodesUnknown = new Map(
    looks.map(found => {
      const row = withoutNulls<ObservedRow & { name: string }>(found);
      const { stale, reason } = observedFreshness(row, context);
      return [row.name, stale ? reason : undefined];
    }),
  );
  const nodesOf = groupBy(nodes, ({ cluster }) => cluster);
  const unwell: { cluster: string; count: number | string }[] = await database(
    'applications',
  )
    .whereIn('at_cluster', names)
    .whereIn('state', ['failing', 'degraded'])
    .groupBy('at_cluster')
    .select({ cluster: 'at_cluster' })
    .count({ count: '*' });
  const unwellOf = new Map(
    unwell.map(({ cluster, count }) => [cluster, Number(count)]),
  );
  return new Map(
    items.map(({ claimId, cluster, opened }) => {
      const row = claims.get(claimId);
      const inGit = git.get(claimId);
      const spoke = clusters.get(cluster);
      return [
        claimId,
        {
          claim: row && {
            state: row.state,
            summary: row.summary,
            version: row.on_hub ? row.version : undefined,
          },
          gitVersion: inGit?.file && claimFields(inGit.manifest, rules).version,
          pullRequest: inGit?.pullRequests.find(
            ({ repository, number }) =>
              repository === opened?.repository && number === opened?.number,
          ),
          runs: spoke?.version,
          reachable: spoke?.outcome === 'ok',
          nodes: (nodesOf.get(cluster) ?? []).map(({ data }) => {
            const { name, version, ready }: NodeRecord = JSON.parse(data);
            return { name, version, ready };
          }),
          nodesUnknown: nodesUnknown.get(cluster),
          unwell: unwellOf.get(cluster) ?? 0,
        } satisfies UpgradeFacts,
      ];
    }),
  );
}

function byKey<T extends object>(
  rows: readonly object[],
  keyOf: (row: T) => string,
): Map<string, T> {
  return new Map(
    rows.map(row => {
      const item = withoutNulls<T>(row);
      return [keyOf(item), item];
    }),
  );
}
