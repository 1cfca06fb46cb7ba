import type { DriftMark } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';

/** Writes what a person says of a drift. */
export async function markDrift(
  database: Knex,
  id: string,
  mark: { acknowledged: DriftMark } | { muted: DriftMark },
): Promise<void> {
  await database('drifts')
    .where({ id })
    .update(
      'muted' in mark
        ? {
            muted: JSON.stringify(mark.muted),
            muted_until: mark.muted.until ?? null,
          }
        : { acknowledged: JSON.stringify(mark.acknowledged) },
    );
}
