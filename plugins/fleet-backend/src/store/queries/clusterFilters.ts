import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import { whereClusterVisible } from './conditions';
import {
  applyFilter,
  column,
  flag,
  refColumn,
  whereContains,
  type FilterKeys,
} from './filters';

/** What clusters can be filtered by. */
const clusterFilters: FilterKeys = {
  name: column('clusters.name'),
  environment: column('clusters.environment'),
  region: column('clusters.region'),
  provider: column('clusters.provider'),
  state: column('clusters.state'),
  version: column('clusters.version'),
  hub: flag('clusters.hub'),
  owner: refColumn('clusters.owner_ref'),
  engine(query, values) {
    query.where(any => {
      for (const value of values) {
        any.orWhere(one =>
          whereContains(
            one,
            "coalesce(clusters.found_engines, '')",
            JSON.stringify(value),
          ),
        );
      }
    });
  },
  'label.'(query, values, key) {
    query.whereIn('clusters.name', labelled =>
      labelled
        .from('cluster_labels')
        .where({ key })
        .whereIn('value', [...values])
        .select('cluster'),
    );
  },
};

/** Narrows a query on `clusters` to what the caller may see and asks for. */
export function whereListedCluster(
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  whereClusterVisible(query, access);
  applyFilter(query, filter, clusterFilters);
  if (text) {
    whereContains(
      query,
      "lower(clusters.name || ' ' || coalesce(clusters.title, ''))",
      text,
    );
  }
}
