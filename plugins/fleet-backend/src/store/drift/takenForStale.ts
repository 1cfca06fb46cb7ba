import type { Knex } from 'knex';
import { chunks } from '../sql/bulk';

/** Of these applications, by id, those that the ledger says are no longer looked at. */
export async function takenForStale(
  trx: Knex,
  ids: readonly string[],
): Promise<string[]> {
  const stale: string[] = [];
  for (const some of chunks(ids)) {
    const found: string[] = await trx('drifts')
      .whereIn('record_id', some)
      .where({ scope: 'application', kind: 'stale' })
      .whereNull('ended_at')
      .distinct()
      .pluck('record_id');
    stale.push(...found);
  }
  return stale;
}
