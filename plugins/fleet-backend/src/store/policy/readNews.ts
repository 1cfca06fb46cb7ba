import type { Knex } from 'knex';
import type { ReportsChange } from './splitReports';

/** What began since a kind was last read is news, where that is no longer ago. */
const newsMs = 60 * 60_000;

/**
 * Says of reports, before they are written, whether what begins with them is news: not what was there when the kind is read for the
 * first time, or again after its cluster was away.
 */
export async function readNews(
  trx: Knex,
  cluster: string,
  changes: readonly ReportsChange[],
  at: Date,
): Promise<void> {
  const reporting = changes.filter(({ reports }) =>
    [...reports.values()].some(Boolean),
  );
  if (reporting.length === 0) {
    return;
  }
  const earliest = new Date(at.getTime() - newsMs).toISOString();
  const read: string[] = await trx('collections')
    .join('clusters', 'clusters.name', 'collections.cluster')
    .where('collections.cluster', cluster)
    .where('clusters.last_contact_at', '>=', earliest)
    .where(recent =>
      recent
        .where('collections.held', true)
        .orWhere('collections.proven_at', '>=', earliest),
    )
    .whereNotNull('collections.proven_at')
    .pluck('collections.collection');
  for (const change of reporting) {
    change.news = read.includes(change.collection);
  }
}
