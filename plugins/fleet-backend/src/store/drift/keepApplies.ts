import { createHash } from 'node:crypto';
import type { Apply } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { recordId } from '../poll/recordId';
import type { ApplyRow } from '../rows/ApplyRow';
import { chunks } from '../sql/bulk';

/** API servers keep Events for an hour, some for longer; what is older is not taken again. */
export const keptMs = 24 * 60 * 60_000;

/** Keeps what engines of a cluster told of having applied, each once, until it is judged. */
export async function keepApplies(
  trx: Knex,
  cluster: string,
  applies: readonly Apply[],
  now: Date,
): Promise<void> {
  const rows = applies
    .filter(({ at }) => Date.parse(at) > now.getTime() - keptMs)
    .map(apply => rowOf(cluster, apply));
  for (const some of chunks(rows)) {
    await trx('applies').insert(some).onConflict('id').ignore();
  }
}

function rowOf(cluster: string, apply: Apply): ApplyRow {
  const record_id = recordId(cluster, {
    ...apply.application,
    type: 'application',
  });
  const at = new Date(apply.at).toISOString();
  const objects = JSON.stringify(apply.objects);
  return {
    id: createHash('sha256')
      .update([record_id, at, objects].join('\n'))
      .digest('base64url')
      .slice(0, 32),
    cluster,
    record_id,
    at,
    revision: apply.revision,
    objects,
    judged: false,
  };
}
