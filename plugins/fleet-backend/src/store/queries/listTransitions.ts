import type {
  Transition,
  TransitionList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import type { TransitionRow } from '../rows/TransitionRow';
import { withoutNulls } from '../sql/withoutNulls';
import {
  transitionSubject,
  whereApplicationVisible,
  whereClusterNameVisible,
} from './conditions';
import {
  applyFilter,
  column,
  whereContains,
  type FilterKey,
  type FilterKeys,
} from './filters';
import { selectOfEntities, selectOfOwners } from './linkedRecords';
import { pagingOf } from './paging';
import type { QueryContext } from './QueryContext';

/** What transitions can be filtered by. */
const filters: FilterKeys = {
  application: column('transitions.record_id'),
  cluster: column('transitions.at_cluster'),
  targetCluster: column('transitions.target_cluster'),
  environment: ofCluster('environment'),
  region: ofCluster('region'),
  engine: column('transitions.engine'),
  kind: column('transitions.kind'),
  namespace: column('transitions.namespace'),
  name: column('transitions.name'),
  state: column('transitions.to_state'),
  owner(query, values) {
    query.whereIn('transitions.record_id', ids => selectOfOwners(ids, values));
  },
  entity(query, values) {
    query.whereIn('transitions.record_id', ids =>
      selectOfEntities(ids, values),
    );
  },
};

/** Changes between settled states, newest first. */
export async function listTransitions(
  context: QueryContext,
  query: ListQuery,
): Promise<TransitionList> {
  const { database } = context;
  const paging = pagingOf(query, {
    fields: { at: 'transitions.at' },
    by: { field: 'at', order: 'desc' },
    id: 'transitions.id',
  });
  const page = database('transitions').select('transitions.*');
  whereTransition(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  const counted = database('transitions').count({ count: '*' });
  whereTransition(database, counted, query);
  const [{ count }] = await counted;
  return { items: rows.map(toTransition), totalItems: Number(count), pageInfo };
}

/** The newest transitions of some applications, which the caller may see. */
export async function readTransitions(
  { database }: QueryContext,
  applicationIds: readonly string[],
): Promise<Transition[]> {
  const rows: object[] = await database('transitions')
    .whereIn('record_id', [...applicationIds])
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(50);
  return rows.map(toTransition);
}

function whereTransition(
  database: Knex,
  query: Knex.QueryBuilder,
  { access, filter, text }: ListQuery,
): void {
  query.where(visible =>
    visible
      .where(application => {
        application.whereNot('transitions.kind', 'Cluster');
        whereApplicationVisible(
          database,
          application,
          access,
          transitionSubject,
        );
      })
      .orWhere(cluster => {
        cluster.where('transitions.kind', 'Cluster');
        whereClusterNameVisible(
          database,
          cluster,
          'transitions.cluster',
          access,
        );
      }),
  );
  applyFilter(query, filter, filters);
  if (text) {
    whereContains(
      query,
      "lower(transitions.name || ' ' || transitions.cluster)",
      text,
    );
  }
}

function toTransition(row: object): Transition {
  const transition = withoutNulls<TransitionRow>(row);
  return {
    id: transition.id,
    recordId: transition.record_id,
    engine: transition.engine,
    kind: transition.kind,
    cluster: transition.cluster,
    targetCluster: transition.target_cluster,
    namespace: transition.namespace,
    name: transition.name,
    from: transition.from_state,
    to: transition.to_state,
    at: transition.at,
    summary: transition.summary,
    fromVersion: transition.from_version,
    toVersion: transition.to_version,
  };
}

function ofCluster(name: 'environment' | 'region'): FilterKey {
  return (query, values) =>
    query.whereIn('transitions.at_cluster', clusters =>
      clusters
        .from('clusters')
        .whereIn(name, [...values])
        .select('name'),
    );
}
