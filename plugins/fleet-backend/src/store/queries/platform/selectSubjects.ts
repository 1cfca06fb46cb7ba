import type { Knex } from 'knex';
import { observedColumns } from '../observation';
import type { QueryContext } from '../QueryContext';

/** How soon a certificate ends that should have been renewed, for somebody to look at it. */
const soonDays = 14;
const dayMs = 86_400_000;

export type SubjectType = 'secret-sync' | 'certificate';

/**
 * The records of a type as they are now, under the name `records`. Some of what they are the clock decides: that a secret was not
 * brought again, or a certificate not renewed, is held against the time when its cluster was last heard of, so that a silent cluster
 * makes nothing late.
 */
export function selectSubjects(
  { database, now }: QueryContext,
  type: SubjectType,
): Knex.QueryBuilder {
  const observed =
    'case when collections.held then clusters.last_contact_at else collections.proven_at end';
  const soon = new Date(now().getTime() + soonDays * dayMs).toISOString();
  const shownState: Record<SubjectType, string> = {
    'secret-sync': `case when records.state = 'healthy' and records.due_at < (${observed}) then 'degraded' else records.state end`,
    certificate: `case when records.ends_at < (${observed}) then 'failing' when records.state = 'healthy' and records.due_at < (${observed}) and records.ends_at < '${soon}' then 'degraded' else records.state end`,
  };
  return database('records')
    .join('clusters', 'clusters.name', 'records.cluster')
    .leftJoin('collections', join =>
      join
        .on('collections.cluster', 'records.cluster')
        .on('collections.collection', 'records.collection'),
    )
    .where('records.type', type)
    .select(
      'records.id',
      'records.cluster',
      'records.type',
      'records.kind',
      'records.namespace',
      'records.name',
      'records.owner_key',
      'records.due_at',
      'records.ends_at',
      'records.data',
      'collections.engine',
      'clusters.environment',
      'clusters.region',
      ...observedColumns(database, 'clusters'),
    )
    .select({
      shown_state: database.raw(shownState[type]),
      late: database.raw(`coalesce(records.due_at < (${observed}), false)`),
      entity_refs: inherited(database, 'entity_refs'),
      owner_refs: inherited(database, 'owner_refs'),
    })
    .as('records');
}

/** Its own by its own proof, else that of the application that deployed it and that is no one else's, else what config maps. */
function inherited(
  database: Knex,
  column: 'entity_refs' | 'owner_refs',
): Knex.Raw {
  return database.raw(`
    case when records.link_basis = 'proof' then records.${column} else coalesce(
      (
        select applications.${column} from applications
        where applications.target_cluster = records.cluster
          and applications.owner_key = records.owner_key
          and applications.link_basis is not null
          and applications.entity_refs not like '%,%'
        order by applications.id limit 1
      ),
      records.${column}
    ) end`);
}
