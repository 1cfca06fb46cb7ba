import type { Knex } from 'knex';
import { detectClusterStale } from '../../drift/cluster/detectClusterStale';
import { detectUnreadKinds } from '../../drift/cluster/detectUnreadKinds';
import { toReachability } from '../poll/readPollState';
import type { ClusterRow } from '../rows/ClusterRow';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import type { DriftRules } from './DriftRules';
import { writeLedger } from './writeLedger';

/** Looks at the clusters that do not answer or withhold kinds, and at those that did. Answers how many drifts began, changed or ended. */
export async function sweepClusters(
  trx: Knex.Transaction,
  rules: DriftRules,
  at: Date,
): Promise<number> {
  const now = at.toISOString();
  const rows: object[] = await trx('clusters')
    .whereNot('outcome', 'ok')
    .orWhereIn('name', withheld(trx).distinct('cluster'))
    .orWhereIn(
      'name',
      trx('drifts')
        // In words of its own, so that the databases know the index.
        .whereRaw("scope = 'cluster' and ended_at is null")
        .select('at_cluster'),
    );
  const clusters = rows.map(row => withoutNulls<ClusterRow>(row));
  const steered = await countSteered(
    trx,
    clusters.map(({ name }) => name),
  );
  const unread = groupBy(
    await withheld(trx).select('cluster', 'kind'),
    ({ cluster }) => cluster,
  );
  return writeLedger(
    trx,
    rules,
    clusters.map(row => ({
      subject: {
        subject: `cluster:${row.name}`,
        scope: 'cluster',
        cluster: row.name,
        at_cluster: row.name,
        target_cluster: row.name,
        name: row.name,
      },
      environment: row.environment,
      findings: [
        ...detectClusterStale({
          name: row.name,
          hub: Boolean(row.hub),
          reachability: toReachability(row),
          steers: steered.get(row.name),
        }).filter(({ opensAt }) => !opensAt || opensAt <= now),
        ...detectUnreadKinds(
          row.name,
          (unread.get(row.name) ?? []).map(({ kind }) => kind),
        ),
      ],
      complete: true,
    })),
    now,
  );
}

/** Kinds that clusters do not let us read. */
function withheld(
  trx: Knex.Transaction,
): Knex.QueryBuilder<object, { cluster: string; kind: string }[]> {
  return trx('collections').where({ outcome: 'not-allowed' });
}

/** By hub: applications that deploy to other clusters. */
async function countSteered(
  trx: Knex.Transaction,
  names: readonly string[],
): Promise<Map<string, number>> {
  if (names.length === 0) {
    return new Map();
  }
  const rows: { cluster: string; count: number | string }[] = await trx(
    'applications',
  )
    .whereIn('cluster', [...names])
    .whereRaw('target_cluster <> cluster')
    .groupBy('cluster')
    .select('cluster')
    .count({ count: '*' });
  return new Map(rows.map(({ cluster, count }) => [cluster, Number(count)]));
}
