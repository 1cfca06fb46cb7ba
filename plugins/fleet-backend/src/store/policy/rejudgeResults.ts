import type { Knex } from 'knex';
import {
  policyResultColumns,
  type PolicyResultRow,
} from '../rows/PolicyResultRow';
import { chunks, upsert } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { BrokenPolicies } from './BrokenPolicies';

const taken = ['policy_key', 'severity', 'category'] as const;

/** Whether owners were told may be written meanwhile. */
const columns = policyResultColumns.filter(column => column !== 'told');

/**
 * Gives results anew what they take from their policies, which came, changed or went, by the names that reports have for these.
 * Answers how many are told otherwise now.
 */
export async function rejudgeResults(
  trx: Knex.Transaction,
  cluster: string,
  names: ReadonlySet<string>,
): Promise<number> {
  if (names.size === 0) {
    return 0;
  }
  const policies = await BrokenPolicies.read(trx, cluster, names);
  let changed = 0;
  for (const some of chunks([...names])) {
    const stored: object[] = await trx('policy_results')
      .where({ cluster })
      .whereIn('policy', some);
    const rows = stored.flatMap(row => {
      const result = withoutNulls<PolicyResultRow>(row);
      const judged = policies.columnsOf(
        { ...result, policyKind: result.policy_kind },
        JSON.parse(result.facts),
      );
      return taken.some(column => result[column] !== judged[column])
        ? [{ ...result, ...judged }]
        : [];
    });
    await upsert(trx, 'policy_results', rows, { columns, key: ['id'] });
    changed += rows.length;
  }
  return changed;
}
