import type { Knex } from 'knex';
import { chunks } from '../sql/bulk';

/**
 * Forgets the objects of all collections but these, and ends what was found in them: in others overrides are no longer looked for.
 */
export async function forgetObjects(
  database: Knex,
  options: { except: readonly string[]; at: Date },
): Promise<void> {
  const { except } = options;
  const at = options.at.toISOString();
  await database.transaction(async trx => {
    const forgotten = trx('git_owned').whereNotIn('collection', [...except]);
    const ids: string[] = await forgotten.clone().orderBy('id').pluck('id');
    for (const some of chunks(ids)) {
      await trx('drifts')
        .whereIn('subject', some)
        .whereNull('ended_at')
        .update({ ended_at: at, seen_at: at });
    }
    await forgotten.delete();
  });
}
