import type { Knex } from 'knex';

/** Forgets durations, pull requests and upgrades that ended before that. */
export async function pruneClaims(
  database: Knex,
  endedBefore: Date,
): Promise<void> {
  const before = endedBefore.toISOString();
  await database.transaction(async trx => {
    for (const table of [
      'claim_durations',
      'pull_requests',
      'cluster_upgrades',
    ]) {
      await trx(table).where('ended_at', '<', before).delete();
    }
    // Of pull requests that are no longer known.
    await trx('claim_files')
      .where('number', '>', 0)
      .whereNotExists(
        trx('pull_requests')
          .whereRaw('pull_requests.repository = claim_files.repository')
          .whereRaw('pull_requests.number = claim_files.number')
          .select('number'),
      )
      .delete();
  });
}
