import type { Knex } from 'knex';
import type { FoldedChange } from '../poll/foldChange';
import { upsert } from '../sql/bulk';

/** Has the trees looked at again in which something came, changed or went. */
export async function markClaims(
  trx: Knex.Transaction,
  cluster: string,
  { written, gone }: Pick<FoldedChange, 'written' | 'gone'>,
): Promise<void> {
  const nodes = [...written.map(({ row }) => row), ...gone].filter(
    ({ type }) => type === 'claim-node',
  );
  const ids = new Set(
    nodes.flatMap(({ id, parent_id: parent }) => (parent ? [id, parent] : id)),
  );
  // Two transactions that mark the same do so in one order. That the row is written again makes who marks wait for who takes marks.
  const rows = [...ids].sort().map(node_id => ({ node_id, cluster }));
  await upsert(trx, 'claim_marks', rows, {
    columns: ['node_id', 'cluster'],
    key: ['node_id'],
  });
}
