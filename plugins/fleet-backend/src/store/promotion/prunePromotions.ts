import type { Knex } from 'knex';

/** Forgets promotions and events that ended before that. */
export async function prunePromotions(
  database: Knex,
  endedBefore: Date,
): Promise<void> {
  const before = endedBefore.toISOString();
  await database('promotion_events').where('at', '<', before).delete();
  await database('promotions').where('ended_at', '<', before).delete();
  // Of pull requests that are no longer known.
  await database('promotion_changes')
    .whereNotExists(
      database('pull_requests')
        .whereRaw('pull_requests.repository = promotion_changes.repository')
        .whereRaw('pull_requests.number = promotion_changes.number')
        .select('number'),
    )
    .delete();
  await database('promotion_arrivals')
    .whereNotExists(
      database('promotion_overlays')
        .whereRaw('promotion_overlays.id = promotion_arrivals.overlay_id')
        .select('id'),
    )
    .orWhereNotExists(
      database('applications')
        .whereRaw('applications.id = promotion_arrivals.application_id')
        .select('id'),
    )
    .delete();
  for (const table of ['promotion_versions', 'promotion_stages']) {
    await database(table)
      .whereNotExists(
        database('promotion_applications')
          .whereRaw(`promotion_applications.id = ${table}.application_id`)
          .select('id'),
      )
      .delete();
  }
}
