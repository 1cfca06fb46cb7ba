import type { Knex } from 'knex';
import { isLinked } from '../../ownership/linkRecord';
import type { FoldedChange } from '../poll/foldChange';
import { linkedOtherwise } from '../resolve/linkRows';
import { markRelinks } from './markRelinks';
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
  if (movesResults(change.folded)) {
    await markRelinks(trx, [cluster]);
  }
  const names = await writePolicies(trx, cluster, change.folded);
  return (
    (await rejudgeResults(trx, cluster, names)) +
    (await writeReports(trx, cluster, change.reports, change))
  );
}

/** Whether what results take their links from came, went or is linked otherwise. */
function movesResults({ written, gone }: FoldedChange): boolean {
  return (
    gone.some(isLinked) ||
    written.some(
      ({ row, before }) =>
        isLinked(row) &&
        (!before ||
          row.owner_key !== before.owner_key ||
          row.link_basis !== before.link_basis ||
          linkedOtherwise(before, row)),
    )
  );
}
