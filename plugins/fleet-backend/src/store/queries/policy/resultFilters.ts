import {
  policySeverities,
  policyVerdicts,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access, ListQuery } from '../../FleetQueryStore';
import { whereResourceVisible, type Subject } from '../conditions';
import {
  applyFilter,
  choice,
  column,
  notBefore,
  ofCluster,
  oneOf,
  whereContains,
  type FilterKeys,
} from '../filters';
import { selectOfEntities, selectOfOwners } from '../linkedRecords';

const resultSubject: Subject = {
  atCluster: 'policy_results.cluster',
  targetCluster: 'policy_results.cluster',
  namespace: "coalesce(policy_results.namespace, '')",
  recordId: 'policy_results.record_id',
};

/** What results can be filtered by. */
function resultFilters(database: Knex): FilterKeys {
  return {
    id: column('policy_results.id'),
    severity: oneOf('severity', 'policy_results.severity', policySeverities),
    verdict: oneOf('verdict', 'policy_results.verdict', policyVerdicts),
    environment: ofCluster('policy_results.cluster', 'environment'),
    region: ofCluster('policy_results.cluster', 'region'),
    cluster: column('policy_results.cluster'),
    policy: column('policy_results.policy_key'),
    category: column('policy_results.category'),
    namespace: column('policy_results.namespace'),
    kind: column('policy_results.kind'),
    name: column('policy_results.name'),
    application: column('policy_results.application_id'),
    exception: column('policy_results.exception'),
    engine(query, values) {
      query.where(either => {
        for (const value of values) {
          either.orWhereRaw('substr(policy_results.policy_key, 1, ?) = ?', [
            value.length + 1,
            `${value}:`,
          ]);
        }
      });
    },
    source(query, values) {
      query.where(either => {
        for (const value of values) {
          either.orWhere(one =>
            whereContains(
              one,
              "(', ' || lower(policy_results.source) || ', ')",
              `, ${value}, `,
            ),
          );
        }
      });
    },
    control(query, values) {
      query.whereIn(
        ['policy_results.cluster', 'policy_results.policy_key'],
        database('policy_controls')
          .join('policies', 'policies.id', 'policy_controls.policy_id')
          .whereIn('policy_controls.control', [...values])
          .select('policies.cluster', 'policies.key'),
      );
    },
    owner(query, values) {
      query.whereIn('policy_results.record_id', ids =>
        selectOfOwners(ids, values),
      );
    },
    entity(query, values) {
      query.whereIn('policy_results.record_id', ids =>
        selectOfEntities(ids, values),
      );
    },
    unowned: choice('unowned', {
      true: query =>
        query.whereNotIn('policy_results.record_id', owned(database)),
      false: query =>
        query.whereIn('policy_results.record_id', owned(database)),
    }),
    since: notBefore('since', 'policy_results.since'),
    endedSince: notBefore('endedSince', 'policy_results.ended_at'),
    state: choice('state', {
      open: query => query.whereRaw('policy_results.ended_at is null'),
      ended: query => query.whereRaw('policy_results.ended_at is not null'),
    }),
    excepted: choice('excepted', {
      true: query => query.whereRaw("policy_results.verdict = 'skip'"),
      false: query => query.whereRaw("policy_results.verdict <> 'skip'"),
    }),
  };
}

/** Ids of what is proven to have an owner. */
function owned(database: Knex): Knex.QueryBuilder {
  return database('applications')
    .whereNot('owner_refs', '[]')
    .select('id')
    .unionAll(
      database('records')
        .whereIn('type', ['workload', 'namespace'])
        .whereNot('owner_refs', '[]')
        .select('id'),
    );
}

/**
 * Narrows a query on `policy_results` to what the caller may see and asks for: without a word about it, to what is open and to what
 * no exception lets through.
 */
export function whereResult(
  database: Knex,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  whereResultVisible(database, query, access);
  applyFilter(query, filter, resultFilters(database));
  const asks = (...keys: string[]) =>
    filter?.some(conjunction =>
      keys.some(key => Object.hasOwn(conjunction, key)),
    ) ?? false;
  if (!asks('state')) {
    query.whereRaw('policy_results.ended_at is null');
  }
  if (!asks('verdict', 'excepted')) {
    query.whereRaw("policy_results.verdict <> 'skip'");
  }
  if (text) {
    whereContains(
      query,
      "lower(policy_results.policy || ' ' || coalesce(policy_results.rule, '') || ' ' || coalesce(policy_results.namespace, '') || ' ' || policy_results.name || ' ' || policy_results.cluster)",
      text,
    );
  }
}

/** A result is seen as what delivers its resource is; of a resource in no namespace with the cluster. */
export function whereResultVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  access: Access,
): void {
  whereResourceVisible(database, query, access, {
    subject: resultSubject,
    isInNoNamespace: 'policy_results.namespace is null',
  });
}
