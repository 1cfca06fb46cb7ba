import type { Knex } from 'knex';
import { chunks } from '../sql/bulk';

/** Deletes clusters with everything that is known of them. */
export async function deleteClusters(
  trx: Knex.Transaction,
  names: readonly string[],
): Promise<void> {
  for (const some of chunks(names)) {
    await trx('links')
      .whereIn(
        'record_id',
        trx('records').whereIn('cluster', some).select('id'),
      )
      .delete();
    for (const table of [
      'applications',
      'records',
      'transitions',
      'collections',
      'cluster_labels',
      'applies',
      'webhook_digests',
      'webhook_counts',
      'drift_memory',
      'git_owned',
      'policies',
      'policy_controls',
      'policy_tallies',
      'policy_results',
      'policy_relinks',
      'policy_days',
      'drifts',
      'claims',
      'claim_members',
      'claim_marks',
      'claim_durations',
    ]) {
      await trx(table).whereIn('cluster', some).delete();
    }
    // Of objects there, which an application of a hub had deployed: what was known of them is gone.
    await trx('drifts')
      .whereIn('at_cluster', some)
      .where({ scope: 'override' })
      .delete();
    await trx('clusters').whereIn('name', some).delete();
  }
}
