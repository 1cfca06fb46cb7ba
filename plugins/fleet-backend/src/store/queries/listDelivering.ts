import type { Knex } from 'knex';
import type { Access } from '../FleetQueryStore';
import { applicationSubject, whereApplicationVisible } from './conditions';
import type { QueryContext } from './QueryContext';

/** Kinds of the engine's applications on a cluster, and the namespaces that have any, as far as the caller may see them. */
export async function listDelivering(
  { database }: QueryContext,
  options: { access: Access; cluster: string; engine: string },
): Promise<{ kind: string; namespace: string }[]> {
  const { access, cluster, engine } = options;
  const delivering: Knex.QueryBuilder = database('applications')
    .where({ 'applications.cluster': cluster, engine })
    .whereNotNull('namespace')
    .distinct('kind', 'namespace')
    .orderBy(['kind', 'namespace']);
  whereApplicationVisible(database, delivering, access, applicationSubject);
  return delivering;
}
