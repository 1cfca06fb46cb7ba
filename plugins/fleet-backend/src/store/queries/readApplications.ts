import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import type { StoredApplication } from '../poll/toRecordRow';
import type { ApplicationRow } from '../rows/ApplicationRow';
import { chunks } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { applicationLinks } from './applicationLinks';
import {
  observedColumns,
  observedFreshness,
  type ObservedRow,
} from './observation';
import type { QueryContext } from './QueryContext';
import { sourceLink } from './sourceLink';

type JoinedRow = Omit<ApplicationRow, 'search'> & {
  data: string;
  environment?: string;
  region?: string;
} & ObservedRow;

/** Reads applications by their ids, in the order of these. Who may see them was settled before. */
export async function readApplications(
  context: QueryContext,
  ids: readonly string[],
): Promise<Application[]> {
  const byId = new Map<string, Application>();
  for (const some of chunks(ids)) {
    const rows: object[] = await context
      .database('applications')
      .join('records', 'records.id', 'applications.id')
      .join({ own: 'clusters' }, 'own.name', 'applications.cluster')
      .leftJoin(
        { target: 'clusters' },
        'target.name',
        'applications.target_cluster',
      )
      .leftJoin('collections', join =>
        join
          .on('collections.cluster', 'applications.cluster')
          .on('collections.collection', 'applications.collection'),
      )
      .whereIn('applications.id', some)
      .select(
        'applications.*',
        'records.data',
        'target.environment',
        'target.region',
        ...observedColumns(context.database, 'own'),
      );
    for (const row of rows) {
      const application = toApplication(withoutNulls<JoinedRow>(row), context);
      byId.set(application.id, application);
    }
  }
  return ids.flatMap(id => byId.get(id) ?? []);
}

function toApplication(row: JoinedRow, context: QueryContext): Application {
  const {
    proofs: _proofs,
    labels: _labels,
    ownerKey: _ownerKey,
    target: _target,
    sourceRef: _sourceRef,
    drift: _drift,
    ...stored
  }: StoredApplication = JSON.parse(row.data);
  const entityRefs: string[] = row.entity_refs
    ? JSON.parse(row.entity_refs)
    : [];
  const { type: _type, ...shown } = stored;
  const application = {
    ...shown,
    id: row.id,
    cluster: row.cluster,
    targetCluster: row.target_cluster,
    targetUnknown: row.target_unknown,
    environment: row.environment,
    region: row.region,
    since: row.since,
    version: row.version,
    deliveryKey: row.delivery_key,
    deliveryKeyBasis: row.delivery_basis,
    entityRefs,
    ownerRefs: row.owner_refs ? JSON.parse(row.owner_refs) : [],
    shared: entityRefs.length > 1,
    sources: stored.sources.map(source => {
      const located = { ...source, url: source.url ?? row.source_url };
      return {
        ...located,
        link: source.link ?? sourceLink(located, context.gitHosts),
      };
    }),
    freshness: observedFreshness(row, context),
  };
  return {
    ...application,
    links: applicationLinks(application, context.links),
  };
}
