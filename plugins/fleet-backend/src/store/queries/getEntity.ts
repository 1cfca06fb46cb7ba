import type { EntityView } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access } from '../FleetQueryStore';
import type { ClusterRow } from '../rows/ClusterRow';
import { withoutNulls } from '../sql/withoutNulls';
import { whereApplication } from './applicationFilters';
import { byPromotion } from './byPromotion';
import { whereClusterVisible } from './conditions';
import { readTransitions } from './listTransitions';
import { refsOf, type EntityQuery } from './EntityQuery';
import { selectOfEntities } from './linkedRecords';
import { findEntityWorkloads } from './findEntityWorkloads';
import type { QueryContext } from './QueryContext';
import { readApplications } from './readApplications';
import { clusterEntityRef, clusterFreshness } from './toCluster';
import { readAroundApplications } from './readAroundApplications';
import { selectByLabels } from './selectByLabels';

/** What the tab of an entity shows. */
export async function getEntity(
  context: QueryContext,
  query: EntityQuery,
): Promise<Omit<EntityView, 'problems' | 'environments'>> {
  const ids = await selectByLabels(
    context,
    await findApplications(context, query),
    query,
  );
  const applications = await readApplications(context, ids);
  const around = await readAroundApplications(context, applications);
  const workloads = query.cluster
    ? []
    : await findEntityWorkloads(context, query, around.owners);
  const clusters = await readVisibleClusters(context, query.access, [
    ...(query.cluster ? [query.cluster] : []),
    ...applications.map(item => item.targetCluster ?? item.cluster),
    ...workloads.map(({ cluster }) => cluster),
  ]);
  return {
    entityRef: query.entityRef,
    cluster: query.cluster,
    compared: ids.length,
    applications,
    workloads,
    sources: around.sources,
    canaries: around.canaries,
    transitions: await readTransitions(context, ids),
    clusters,
  };
}

async function findApplications(
  { database }: QueryContext,
  query: EntityQuery,
): Promise<string[]> {
  const { access, cluster, narrowing } = query;
  const found = database('applications')
    .orderBy(['applications.name', 'applications.id'])
    .pluck('applications.id');
  whereApplication(database, found, { access });
  if (cluster) {
    found.where('applications.at_cluster', cluster);
  } else {
    found.whereIn('applications.id', ids =>
      selectOfEntities(ids, refsOf(query)),
    );
  }
  for (const [values, column] of [
    [narrowing.clusters, 'applications.at_cluster'],
    [narrowing.applications, 'applications.name'],
    [narrowing.projects, 'applications.project'],
  ] as const) {
    if (values) {
      found.whereIn(column, values);
    }
  }
  const { namespaces, argocdNames, argocdNamespaces } = narrowing;
  if (namespaces) {
    found.where(either =>
      either
        .whereIn('applications.namespace', namespaces)
        .orWhereIn('applications.target_namespace', namespaces),
    );
  }
  for (const [values, column] of [
    [argocdNames, 'applications.name'],
    [argocdNamespaces, 'applications.namespace'],
  ] as const) {
    if (values) {
      found.where(either =>
        either
          .whereNot('applications.engine', 'argocd')
          .orWhereIn(column, values),
      );
    }
  }
  return found;
}

async function readVisibleClusters(
  context: QueryContext,
  access: Access,
  names: string[],
): Promise<EntityView['clusters']> {
  const visible = context
    .database('clusters')
    .whereIn('clusters.name', [...new Set(names)])
    .select('clusters.*');
  whereClusterVisible(visible, access);
  const rows: object[] = await visible;
  return rows
    .map(row => withoutNulls<ClusterRow>(row))
    .sort(byPromotion(context.environments))
    .map(row => ({
      name: row.name,
      entityRef: clusterEntityRef(row.name),
      environment: row.environment,
      region: row.region,
      state: row.state,
      summary: row.summary,
      freshness: clusterFreshness(row, context),
    }));
}
