import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import { applicationSubject, whereApplicationVisible } from './conditions';
import {
  applyFilter,
  column,
  flag,
  whereContains,
  type FilterKey,
  type FilterKeys,
} from './filters';
import { selectOfEntities, selectOfOwners } from './linkedRecords';

/**
 * What applications can be filtered by. `cluster` is where they deploy to, else where they live, as everywhere that clusters and
 * applications are counted together; `hub` finds what it steers elsewhere.
 */
const applicationFilters: FilterKeys = {
  cluster: column('applications.at_cluster'),
  targetCluster: column('applications.target_cluster'),
  hub(query, values) {
    query
      .whereIn('applications.cluster', [...values])
      .whereRaw('applications.target_cluster <> applications.cluster');
  },
  environment: ofTarget('environment'),
  region: ofTarget('region'),
  engine: column('applications.engine'),
  kind: column('applications.kind'),
  namespace(query, values) {
    query.where(either =>
      either
        .whereIn('applications.namespace', [...values])
        .orWhereIn('applications.target_namespace', [...values]),
    );
  },
  name: column('applications.name'),
  state: column('applications.state'),
  owner(query, values) {
    query.whereIn('applications.id', ids => selectOfOwners(ids, values));
  },
  entity(query, values) {
    query.whereIn('applications.id', ids => selectOfEntities(ids, values));
  },
  deliveryKey: column('applications.delivery_key'),
  project: column('applications.project'),
  suspended: flag('applications.suspended'),
};

/** Narrows a query on `applications` to what the caller may see and asks for. */
export function whereApplication(
  database: Knex,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  whereApplicationVisible(database, query, access, applicationSubject);
  applyFilter(query, filter, applicationFilters);
  if (text) {
    whereContains(query, 'applications.search', text);
  }
}

/** Where a target is known, `at_cluster` is the target, and leads an index that counts are read from. */
function ofTarget(name: 'environment' | 'region'): FilterKey {
  return (query, values) =>
    query
      .whereNotNull('applications.target_cluster')
      .whereIn('applications.at_cluster', clusters =>
        clusters
          .from('clusters')
          .whereIn(name, [...values])
          .select('name'),
      );
}
