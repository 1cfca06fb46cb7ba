import type { Knex } from 'knex';
import type { Access } from '../../FleetQueryStore';
import { whereApplication } from '../applicationFilters';
import { groupBy } from '../../sql/groupBy';

/** The clusters that each owner has applications on, as far as the caller may see them. */
export async function readOwnerClusters(
  database: Knex,
  access: Access,
): Promise<Map<string, string[]>> {
  const query: Knex.QueryBuilder = database('applications')
    .whereNotNull('applications.owner_refs')
    .distinct('applications.owner_refs', 'applications.at_cluster');
  whereApplication(database, query, { access });
  const rows: { owner_refs: string; at_cluster: string }[] = await query;
  const placed = rows.flatMap(({ owner_refs: refs, at_cluster: cluster }) =>
    (JSON.parse(refs) as string[]).map(owner => ({ owner, cluster })),
  );
  return new Map(
    [...groupBy(placed, ({ owner }) => owner)].map(([owner, places]) => [
      owner,
      [...new Set(places.map(({ cluster }) => cluster))],
    ]),
  );
}
