import type { Knex } from 'knex';
import { detectDueApplications } from './detectApplications';
import type { DriftRules } from './DriftRules';
import { rejudgeDueObjects } from './rejudgeObjects';
import { sweepApplies } from './sweepApplies';
import { sweepClusters } from './sweepClusters';
import { sweepDeliveries } from './sweepDeliveries';

const sweeps = [detectDueApplications, rejudgeDueObjects, sweepDeliveries];

/**
 * Judges anew what time alone may have turned, clusters that do not answer, what engines applied, and delivery keys of which something
 * changed. One replica does so at a time. Answers how many drifts began, changed or ended.
 */
export async function sweepDrifts(
  database: Knex,
  rules: DriftRules,
  at: Date,
): Promise<number> {
  let written = await database.transaction(trx =>
    sweepClusters(trx, rules, at),
  );
  written += await database.transaction(trx => sweepApplies(trx, rules, at));
  for (const sweepSome of sweeps) {
    let some: number | undefined;
    do {
      some = await database.transaction(trx => sweepSome(trx, rules, at));
      written += some ?? 0;
    } while (some !== undefined);
  }
  return written;
}
