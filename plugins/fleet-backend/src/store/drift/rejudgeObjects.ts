import type { Knex } from 'knex';
import { gitOwnedColumns, type GitOwnedRow } from '../rows/GitOwnedRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { detectObjects } from './detectObjects';
import type { DriftRules } from './DriftRules';
import { knownObject } from './knownObject';

const batch = 200;

/**
 * Judges anew what is not as Git had set it in objects of these applications: whether that counts, and whether somebody corrects it, is
 * theirs to say. Answers how many drifts began, changed or ended.
 */
export async function rejudgeObjectsOf(
  trx: Knex.Transaction,
  rules: DriftRules,
  applications: readonly string[],
  at: Date,
): Promise<number> {
  let written = 0;
  for (const some of chunks(applications)) {
    const judged = await rejudge(
      trx,
      rules,
      at,
      differing(trx)
        .join('applications', owner =>
          owner
            .on('applications.target_cluster', 'git_owned.cluster')
            .on('applications.owner_key', 'git_owned.owner_key'),
        )
        .whereIn('applications.id', some),
    );
    written += judged ?? 0;
  }
  return written;
}

/** As {@link rejudgeObjectsOf}, of some objects whose time has come; undefined when none is due any more. */
export async function rejudgeDueObjects(
  trx: Knex.Transaction,
  rules: DriftRules,
  at: Date,
): Promise<number | undefined> {
  return rejudge(
    trx,
    rules,
    at,
    differing(trx)
      .where('git_owned.ask_at', '<=', at.toISOString())
      // By its index: in any other order all objects are looked at.
      .orderBy('git_owned.ask_at')
      .limit(batch),
  );
}

function differing(trx: Knex.Transaction): Knex.QueryBuilder {
  return trx('git_owned')
    .where('git_owned.differs', true)
    .select(gitOwnedColumns.map(column => `git_owned.${column}`));
}

async function rejudge(
  trx: Knex.Transaction,
  rules: DriftRules,
  at: Date,
  found: Knex.QueryBuilder,
): Promise<number | undefined> {
  const rows: object[] = await found;
  if (rows.length === 0) {
    return undefined;
  }
  const byCluster = groupBy(
    rows.map(row => withoutNulls<GitOwnedRow>(row)),
    ({ cluster }) => cluster,
  );
  let written = 0;
  for (const [cluster, owned] of [...byCluster].sort()) {
    const objects = owned.map(knownObject);
    written += await detectObjects(trx, rules, cluster, objects, at);
  }
  return written;
}
