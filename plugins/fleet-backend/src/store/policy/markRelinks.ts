import type { Knex } from 'knex';
import { upsert } from '../sql/bulk';

/** Has the results of these clusters placed anew by the sweep: what they take their links from changed. */
export async function markRelinks(
  trx: Knex,
  clusters: Iterable<string>,
): Promise<void> {
  const marked_at = new Date().toISOString();
  const rows = [...new Set(clusters)]
    // Two transactions that mark the same clusters do so in one order.
    .sort()
    .map(cluster => ({ cluster, marked_at }));
  // A mark that is there is written again, so that the sweep waits for what is marked now before it takes the mark away.
  await upsert(trx, 'policy_relinks', rows, {
    columns: ['cluster', 'marked_at'],
    key: ['cluster'],
  });
}
