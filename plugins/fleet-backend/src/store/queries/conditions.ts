import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { Access, FleetCondition } from '../FleetQueryStore';
import { selectOfOwners } from './linkedRecords';

type Criteria = boolean | PermissionCriteria<FleetCondition>;
type Where = (builder: Knex.QueryBuilder, condition: FleetCondition) => void;

/**
 * Where the tables that hold something of an application keep what conditions ask for. A condition must never come to null, as its
 * negation would be null too.
 */
export interface Subject {
  /** The target, else where it lives. */
  atCluster: string;
  /** The target; null where it is unknown. */
  targetCluster: string;
  /** The target namespace, else its own. */
  namespace: string;
  recordId: string;
}

export const applicationSubject: Subject = {
  atCluster: 'applications.at_cluster',
  targetCluster: 'applications.target_cluster',
  namespace:
    "coalesce(applications.target_namespace, applications.namespace, '')",
  recordId: 'applications.id',
};

export const recordSubject: Subject = {
  atCluster: 'records.cluster',
  targetCluster: 'records.cluster',
  namespace: "coalesce(records.namespace, '')",
  recordId: 'records.id',
};

export const transitionSubject: Subject = {
  atCluster: 'transitions.at_cluster',
  targetCluster: 'transitions.target_cluster',
  namespace:
    "coalesce(transitions.target_namespace, transitions.namespace, '')",
  recordId: 'transitions.record_id',
};

/** A claim is on its hub; the environment it is for it says itself. */
export const claimSubject = {
  atCluster: 'claims.cluster',
  targetCluster: 'claims.cluster',
  namespace: "coalesce(claims.namespace, '')",
  recordId: 'claims.id',
} satisfies Subject;

/** Narrows a query on `clusters` to those that the caller may see. */
export function whereClusterVisible(
  query: Knex.QueryBuilder,
  { clusters }: Access,
): void {
  whereCriteria(query, clusters, whereCluster);
}

/** Narrows a query to clusters that the caller may see, by a column that names one. */
export function whereClusterNameVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  column: string,
  access: Access,
): void {
  if (access.clusters !== true) {
    query.whereIn(column, visibleClusters(database, access));
  }
}

/** Narrows a query to what the caller may see of applications: by its own criteria, and by its cluster. */
export function whereApplicationVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  access: Access,
  subject: Subject,
): void {
  whereCriteria(query, access.applications, (builder, condition) =>
    whereSubject(database, builder, condition, subject),
  );
  whereClusterNameVisible(database, query, subject.atCluster, access);
}

/** Narrows a query on `claims` to those that the caller may see: by their own criteria, and by their hub. */
export function whereClaimVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  access: Access,
): void {
  whereCriteria(query, access.claims, (builder, condition) => {
    if (condition.field === 'environment') {
      whereKnownIn(builder, 'claims.environment', condition.values);
    } else {
      whereSubject(database, builder, condition, claimSubject);
    }
  });
  whereClusterNameVisible(database, query, claimSubject.atCluster, access);
}

/** Narrows a query to resources: those of a namespace are seen as what runs there is, all others with their cluster. */
export function whereResourceVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  access: Access,
  resource: { subject: Subject; isInNoNamespace: string },
): void {
  const { subject, isInNoNamespace } = resource;
  whereClusterNameVisible(database, query, subject.atCluster, access);
  if (access.applications !== true) {
    query.where(visible =>
      visible
        .whereRaw(isInNoNamespace)
        .orWhere(namespaced =>
          whereApplicationVisible(database, namespaced, access, subject),
        ),
    );
  }
}

/** Narrows a query on `records` to workloads that the caller may see: by themselves, or as part of an application. */
export function whereWorkloadVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  access: Access,
): void {
  if (typeof access.applications === 'boolean') {
    whereApplicationVisible(database, query, access, recordSubject);
    return;
  }
  const owners = database('applications').select(
    'applications.target_cluster',
    'applications.owner_key',
  );
  whereApplicationVisible(database, owners, access, applicationSubject);
  query.where(visible =>
    visible
      .where(itself =>
        whereApplicationVisible(database, itself, access, recordSubject),
      )
      .orWhereIn(['records.cluster', 'records.owner_key'], owners),
  );
}

function visibleClusters(database: Knex, access: Access): Knex.QueryBuilder {
  const names = database('clusters').select('clusters.name');
  whereClusterVisible(names, access);
  return names;
}

/** Narrows a query by criteria, each condition in the way of what is asked for. */
export function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: Criteria,
  where: Where,
): void {
  if (criteria === true) {
    return;
  }
  if (criteria === false) {
    query.whereRaw('1 = 0');
  } else if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.where(nested => whereCriteria(nested, part, where));
    }
  } else if ('anyOf' in criteria) {
    query.where(nested => {
      nested.whereRaw('1 = 0');
      for (const part of criteria.anyOf) {
        nested.orWhere(either => whereCriteria(either, part, where));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(nested => whereCriteria(nested, criteria.not, where));
  } else {
    where(query, criteria);
  }
}

function whereCluster(
  query: Knex.QueryBuilder,
  condition: FleetCondition,
): void {
  const { values } = condition;
  switch (condition.field) {
    case 'cluster':
      query.whereIn('clusters.name', values);
      break;
    case 'environment':
      whereKnownIn(query, 'clusters.environment', values);
      break;
    case 'owner':
      whereKnownIn(
        query,
        'clusters.owner_ref',
        values.map(ref => ref.toLocaleLowerCase('en-US')),
      );
      break;
    case 'label':
      query.whereIn('clusters.name', labelled =>
        labelled
          .from('cluster_labels')
          .where('key', condition.key)
          .whereIn('value', values)
          .select('cluster'),
      );
      break;
    default:
      // A cluster is in no namespace.
      query.whereRaw('1 = 0');
  }
}

function whereSubject(
  database: Knex,
  query: Knex.QueryBuilder,
  condition: FleetCondition,
  subject: Subject,
): void {
  const { values } = condition;
  switch (condition.field) {
    case 'cluster':
      query.whereIn(subject.atCluster, values);
      break;
    case 'environment':
      query
        .whereNotNull(subject.targetCluster)
        .whereIn(
          subject.targetCluster,
          database('clusters').whereIn('environment', values).select('name'),
        );
      break;
    case 'namespace':
      whereExpressionIn(query, subject.namespace, values);
      break;
    case 'label':
      query.whereIn(
        subject.atCluster,
        database('cluster_labels')
          .where('key', condition.key)
          .whereIn('value', values)
          .select('cluster'),
      );
      break;
    default:
      query.whereIn(subject.recordId, records =>
        selectOfOwners(records, values),
      );
  }
}

function whereKnownIn(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  query.whereNotNull(column).whereIn(column, [...values]);
}

function whereExpressionIn(
  query: Knex.QueryBuilder,
  expression: string,
  values: readonly string[],
): void {
  if (values.length === 0) {
    query.whereRaw('1 = 0');
    return;
  }
  query.whereRaw(`${expression} in (${values.map(() => '?').join(', ')})`, [
    ...values,
  ]);
}
