import type { Knex } from 'knex';
import type { PolicyResultRow } from '../rows/PolicyResultRow';
import { updateById } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { placeColumns, placeResults } from './placeResults';
import { rollUpDay } from './rollUpDay';

/**
 * Places results anew where it was marked, and sums up the day that is over. Answers how many results are told otherwise now. Throws,
 * at its end, what failed: one cluster does not stop the others.
 */
export async function sweepPolicies(database: Knex, at: Date): Promise<number> {
  const clusters: string[] = await database('policy_relinks')
    .orderBy('cluster')
    .pluck('cluster');
  let changed = 0;
  const failures: unknown[] = [];
  for (const cluster of clusters) {
    try {
      changed += await database.transaction(trx => replace(trx, cluster));
    } catch (error) {
      failures.push(error);
    }
  }
  await database.transaction(trx => rollUpDay(trx, at));
  if (failures.length > 0) {
    throw failures[0];
  }
  return changed;
}

async function replace(
  trx: Knex.Transaction,
  cluster: string,
): Promise<number> {
  // Pollers do not write the cluster meanwhile. SQLite has one writer anyway.
  await trx('clusters').where({ name: cluster }).forUpdate().select('name');
  await trx('policy_relinks').where({ cluster }).delete();
  const rows: object[] = await trx('policy_results')
    .where({ cluster })
    .whereNull('ended_at');
  const before = rows.map(row => withoutNulls<PolicyResultRow>(row));
  const placed = before.map(row => ({ ...row }));
  await placeResults(trx, cluster, placed);
  const moved = placed.filter((row, i) =>
    placeColumns.some(column => row[column] !== before[i][column]),
  );
  await updateById(trx, 'policy_results', moved, placeColumns);
  return moved.length;
}
