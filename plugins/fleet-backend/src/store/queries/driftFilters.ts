import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import {
  whereApplicationVisible,
  whereClusterNameVisible,
  type Subject,
} from './conditions';
import {
  applyFilter,
  choice,
  column,
  notBefore,
  ofCluster,
  whereContains,
  type FilterKeys,
} from './filters';
import { selectOfEntities, selectOfOwners } from './linkedRecords';
import type { QueryContext } from './QueryContext';

const driftSubject: Subject = {
  atCluster: 'drifts.at_cluster',
  targetCluster: 'drifts.target_cluster',
  namespace: "coalesce(drifts.target_namespace, drifts.namespace, '')",
  recordId: 'drifts.record_id',
};

/** What the ledger of drift can be filtered by. */
function driftFilters({ now }: QueryContext): FilterKeys {
  const time = now().toISOString();
  return {
    id: column('drifts.id'),
    kind: column('drifts.kind'),
    severity: column('drifts.severity'),
    environment: ofCluster('drifts.at_cluster', 'environment'),
    region: ofCluster('drifts.at_cluster', 'region'),
    cluster: column('drifts.at_cluster'),
    application: column('drifts.record_id'),
    engine: column('drifts.engine'),
    deliveryKey: column('drifts.delivery_key'),
    manager: column('drifts.manager'),
    owner(query, values) {
      query.whereIn('drifts.record_id', ids => selectOfOwners(ids, values));
    },
    entity(query, values) {
      query.whereIn('drifts.record_id', ids => selectOfEntities(ids, values));
    },
    since: notBefore('since', 'drifts.since'),
    state: choice('state', {
      open: query => query.whereNull('drifts.ended_at'),
      ended: query => query.whereNotNull('drifts.ended_at'),
    }),
    muted: choice('muted', {
      true: query => query.where('drifts.muted_until', '>', time),
      false: query => whereUnmuted(query, time),
    }),
    acknowledged: choice('acknowledged', {
      true: query => query.whereNotNull('drifts.acknowledged'),
      false: query => query.whereNull('drifts.acknowledged'),
    }),
  };
}

/** Narrows a query on `drifts` to what the caller may see and asks for: without a word about it, to what is open and not muted. */
export function whereDrift(
  context: QueryContext,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  whereDriftVisible(context, query, { access });
  applyFilter(query, filter, driftFilters(context));
  const asks = (key: string) =>
    filter?.some(conjunction => Object.hasOwn(conjunction, key)) ?? false;
  if (!asks('state')) {
    query.whereNull('drifts.ended_at');
  }
  if (!asks('muted')) {
    query.where(unmuted => whereUnmuted(unmuted, context.now().toISOString()));
  }
  if (text) {
    whereContains(query, 'drifts.search', text);
  }
}

/** Drift of a cluster is seen with the cluster, any other with its application. */
export function whereDriftVisible(
  { database }: QueryContext,
  query: Knex.QueryBuilder,
  { access }: Pick<ListQuery, 'access'>,
): void {
  query.where(visible =>
    visible
      .where(application => {
        application.whereNot('drifts.scope', 'cluster');
        whereApplicationVisible(database, application, access, driftSubject);
      })
      .orWhere(cluster => {
        cluster.where('drifts.scope', 'cluster');
        whereClusterNameVisible(database, cluster, 'drifts.at_cluster', access);
      }),
  );
}

function whereUnmuted(query: Knex.QueryBuilder, time: string) {
  return query
    .whereNull('drifts.muted_until')
    .orWhere('drifts.muted_until', '<=', time);
}
