import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { StoredApplication, StoredDetail } from '../poll/toRecordRow';
import type { ApplicationRow } from '../rows/ApplicationRow';
import type { DriftSubject } from './foldDrifts';

/** What of an application its drift is judged by, and where it is. */
export type JudgedApplication = Pick<
  ApplicationRow,
  | 'id'
  | 'engine'
  | 'kind'
  | 'cluster'
  | 'at_cluster'
  | 'target_cluster'
  | 'namespace'
  | 'target_namespace'
  | 'name'
  | 'delivery_key'
> & {
  /** Of the cluster that it deploys to. */
  environment?: string;
  data: string;
  detail?: string;
};

/** Asks for {@link JudgedApplication}s. */
export function judgedApplications(trx: Knex): Knex.QueryBuilder {
  return trx('applications')
    .join('records', 'records.id', 'applications.id')
    .leftJoin('clusters', 'clusters.name', 'applications.target_cluster')
    .orderBy('applications.id')
    .select(
      'applications.id',
      'applications.engine',
      'applications.kind',
      'applications.cluster',
      'applications.at_cluster',
      'applications.target_cluster',
      'applications.namespace',
      'applications.target_namespace',
      'applications.name',
      'applications.delivery_key',
      'clusters.environment',
      'records.data',
      'records.detail',
    );
}

/** As its engine told it. */
export function recordOfJudged({
  data,
  detail,
}: JudgedApplication): ApplicationRecord {
  return {
    ...(JSON.parse(data) as StoredApplication),
    ...(JSON.parse(detail ?? '{"resources":[],"history":[]}') as StoredDetail),
  };
}

/** Where its drift is. */
export function placeOfJudged(
  row: JudgedApplication,
): Omit<DriftSubject, 'subject' | 'scope'> {
  return {
    record_id: row.id,
    engine: row.engine,
    application_kind: row.kind,
    cluster: row.cluster,
    at_cluster: row.at_cluster,
    target_cluster: row.target_cluster,
    namespace: row.namespace,
    target_namespace: row.target_namespace,
    name: row.name,
    delivery_key: row.delivery_key,
  };
}
