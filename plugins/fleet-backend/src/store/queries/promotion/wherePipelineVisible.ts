import type { Knex } from 'knex';
import type { Access } from '../../FleetQueryStore';
import {
  applicationSubject,
  whereApplicationVisible,
  whereCriteria,
  whereClusterVisible,
} from '../conditions';
import { selectOfOwners } from '../linkedRecords';

/**
 * Narrows a query to pipelines that the caller may see, by a column with their ids: those of which one application is seen; where there
 * is none yet, those of which one could be, of an environment that Git has an overlay for, and of the owners of the pipeline.
 */
export function wherePipelineVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  column: string,
  access: Access,
): void {
  if (access.applications === true && access.clusters === true) {
    return;
  }
  const delivered = () =>
    database('promotion_overlays')
      .join(
        'applications',
        'applications.source_key',
        'promotion_overlays.source_key',
      )
      .select('promotion_overlays.application_id');
  const seen: Knex.QueryBuilder = delivered();
  whereApplicationVisible(database, seen, access, applicationSubject);
  const foreseen: Knex.QueryBuilder =
    database('promotion_overlays').select('application_id');
  whereStandInVisible(database, foreseen, access);
  query.where(visible =>
    visible
      .whereIn(column, seen)
      .orWhere(none =>
        none.whereNotIn(column, delivered()).whereIn(column, foreseen),
      ),
  );
}

/** Narrows a query on `promotion_overlays` to those of which an application, if there were one, would be seen. */
export function whereStandInVisible(
  database: Knex,
  query: Knex.QueryBuilder,
  access: Access,
): void {
  whereCriteria(query, access.applications, (builder, condition) => {
    const { field, values } = condition;
    if (field === 'environment') {
      builder.whereIn('promotion_overlays.environment', values);
    } else if (field === 'owner') {
      builder.whereIn('promotion_overlays.application_id', ids =>
        selectOfOwners(ids, values),
      );
    } else {
      // It is on no cluster and in no namespace yet.
      builder.whereRaw('1 = 0');
    }
  });
  if (access.clusters !== true) {
    const environments = database('clusters')
      .whereNotNull('environment')
      .select('environment');
    whereClusterVisible(environments, access);
    query.whereIn('promotion_overlays.environment', environments);
  }
}
