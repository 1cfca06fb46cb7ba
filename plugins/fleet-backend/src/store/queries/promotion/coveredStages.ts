import type { Knex } from 'knex';
import type { Access } from '../../FleetQueryStore';
import { applicationSubject, whereApplicationVisible } from '../conditions';
import { whereStandInVisible } from './wherePipelineVisible';

/**
 * The environments of pipelines in which the access covers every application, as `PIPELINE ENVIRONMENT`; where an environment has none
 * yet, one that there could be.
 */
export async function coveredStages(
  database: Knex,
  pipelineIds: readonly string[],
  access: Access,
): Promise<ReadonlySet<string>> {
  const stages = (): Knex.QueryBuilder =>
    database('promotion_overlays')
      .whereIn('promotion_overlays.application_id', [...pipelineIds])
      .distinct(
        'promotion_overlays.application_id',
        'promotion_overlays.environment',
      );
  // Where each environment has a branch, the same folder is an overlay of each.
  const applications = (): Knex.QueryBuilder =>
    stages()
      .join(
        'applications',
        'applications.source_key',
        'promotion_overlays.source_key',
      )
      .leftJoin({ at: 'clusters' }, 'at.name', 'applications.at_cluster')
      .where(own =>
        own
          .whereRaw('at.environment = promotion_overlays.environment')
          .orWhereNotExists(
            database({ twin: 'promotion_overlays' })
              .whereRaw('twin.source_key = promotion_overlays.source_key')
              .whereRaw('twin.environment <> promotion_overlays.environment')
              .select('twin.id'),
          ),
      );
  if (access.applications === true && access.clusters === true) {
    return keysOf(await stages());
  }
  const hidden = applications().whereNot(visible => {
    visible.whereRaw('1 = 1');
    whereApplicationVisible(database, visible, access, applicationSubject);
  });
  const foreseen = stages();
  whereStandInVisible(database, foreseen, access);
  const there = keysOf(await applications());
  const unseen = keysOf(await hidden);
  return new Set([
    ...[...there].filter(key => !unseen.has(key)),
    ...[...keysOf(await foreseen)].filter(key => !there.has(key)),
  ]);
}

function keysOf(
  rows: { application_id: string; environment: string }[],
): Set<string> {
  return new Set(rows.map(row => `${row.application_id} ${row.environment}`));
}
