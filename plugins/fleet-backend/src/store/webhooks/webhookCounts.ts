import type { Knex } from 'knex';
import type { WebhookCount } from '../FleetWebhookStore';

interface WebhookCountRow {
  cluster: string;
  outcome: WebhookCount['outcome'];
  count: number | string;
  last_at: string;
}

/** Adds to what became of webhooks so far. */
export async function countWebhooks(
  database: Knex,
  counts: readonly WebhookCount[],
): Promise<void> {
  if (counts.length === 0) {
    return;
  }
  await database('webhook_counts')
    .insert(counts.map(({ lastAt, ...rest }) => ({ ...rest, last_at: lastAt })))
    .onConflict(['cluster', 'outcome'])
    .merge({
      count: database.raw('webhook_counts.count + excluded.count'),
      last_at: database.raw('excluded.last_at'),
    });
}

/** What became of those that named the cluster, or one that nobody knows. */
export async function readWebhookCounts(
  database: Knex,
  cluster: string,
): Promise<WebhookCount[]> {
  const rows: WebhookCountRow[] = await database('webhook_counts')
    .whereIn('cluster', [cluster, ''])
    .orderBy(['cluster', 'outcome']);
  return rows.map(({ last_at: lastAt, count, ...rest }) => ({
    ...rest,
    count: Number(count),
    lastAt,
  }));
}
