import {
  statesByUrgency,
  type Cluster,
  type ClusterList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access, ListQuery } from '../FleetQueryStore';
import { whereListedCluster } from './clusterFilters';
import { countFacets } from './countFacets';
import { pagingOf, type OrderFields } from './paging';
import type { QueryContext } from './QueryContext';
import { readClusters } from './readClusters';

const orderFields: OrderFields = {
  name: 'clusters.name',
  environment: "coalesce(clusters.environment, '')",
  region: "coalesce(clusters.region, '')",
  provider: "coalesce(clusters.provider, '')",
  version: "coalesce(clusters.version, '')",
  state: `case clusters.state ${statesByUrgency
    .map((state, urgency) => `when '${state}' then ${urgency}`)
    .join(' ')} end`,
  since: "coalesce(clusters.since, '')",
};

/** The inventory. */
export async function listClusters(
  context: QueryContext,
  query: ListQuery,
): Promise<ClusterList> {
  const { database } = context;
  const paging = pagingOf(query, {
    fields: orderFields,
    by: { field: 'name', order: 'asc' },
    id: 'clusters.name',
  });
  const page = database('clusters').select({ id: 'clusters.name' });
  whereListedCluster(page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  return {
    items: await readClusters(
      context,
      rows.map(({ id }) => id),
      query.access,
    ),
    ...(await countGroups(context, query)),
    pageInfo,
  };
}

/** One cluster. */
export async function getCluster(
  context: QueryContext,
  name: string,
  access: Access,
): Promise<Cluster | undefined> {
  const query = context.database('clusters').where({ name }).first('name');
  whereListedCluster(query, { access });
  const found = await query;
  const [cluster] = found ? await readClusters(context, [name], access) : [];
  return cluster;
}

const groupColumns = [
  'environment',
  'region',
  'provider',
  'state',
  'version',
  'owner_ref',
  'found_engines',
] as const;

async function countGroups(
  { database }: QueryContext,
  query: ListQuery,
): Promise<Pick<ClusterList, 'totalItems' | 'facets'>> {
  return countFacets<(typeof groupColumns)[number]>(
    query.filter,
    {
      environment: { column: 'environment' },
      region: { column: 'region' },
      provider: { column: 'provider' },
      state: { column: 'state' },
      version: { column: 'version' },
      owner: { column: 'owner_ref' },
      engine: {
        column: 'found_engines',
        valuesOf: engines => JSON.parse(engines),
      },
    },
    async filter => {
      const groups: Knex.QueryBuilder = database('clusters')
        .groupBy(groupColumns)
        .select(groupColumns)
        .count({ count: '*' });
      whereListedCluster(groups, { ...query, filter });
      return groups;
    },
  );
}
