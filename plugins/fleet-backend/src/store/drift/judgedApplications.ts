import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { StoredApplication, StoredDetail } from '../poll/toRecordRow';
import { placeColumns, type PlacedApplication } from './placedApplication';

/** What of an application its drift is judged by, and where it is. */
export interface JudgedApplication extends PlacedApplication {
  /** Of the cluster that it deploys to. */
  environment?: string;
  data: string;
  detail?: string;
}

/** Asks for {@link JudgedApplication}s. */
export function judgedApplications(trx: Knex): Knex.QueryBuilder {
  return trx('applications')
    .join('records', 'records.id', 'applications.id')
    .leftJoin('clusters', 'clusters.name', 'applications.target_cluster')
    .orderBy('applications.id')
    .select(
      ...placeColumns.map(column => `applications.${column}`),
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
