import type { Knex } from 'knex';
import type { FoldedChange } from '../poll/foldChange';
import { rejudgeResults } from './rejudgeResults';
import type { ReportsChange } from './splitReports';
import { writePolicies } from './writePolicies';
import { writeReports } from './writeReports';

/**
 * Writes what a change of one cluster tells of policies and of what breaks them. Its other records are written already. Answers how
 * many results began, changed or ended.
 */
export async function writePolicy(
  trx: Knex.Transaction,
  cluster: string,
  change: {
    folded: FoldedChange;
    reports: readonly ReportsChange[];
    forgotten: readonly string[];
    at: Date;
  },
): Promise<number> {
  const names = await writePolicies(trx, cluster, change.folded);
  return (
    (await rejudgeResults(trx, cluster, names)) +
    (await writeReports(trx, cluster, change.reports, change))
  );
}
