import {
  statesByUrgency,
  type Cluster,
  type ClusterList,
  type Facets,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access, ListQuery } from '../FleetQueryStore';
import { whereListedCluster } from './clusterFilters';
import { countFacets, type FacetGroup } from './countFacets';
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
  const counted = database('clusters').count({ count: '*' });
  whereListedCluster(counted, query);
  const [{ count }] = await counted;
  return {
    items: await readClusters(
      context,
      rows.map(({ id }) => id),
      query.access,
    ),
    totalItems: Number(count),
    facets: await facetsOf(context, query),
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

interface ClusterGroup extends FacetGroup {
  environment: string | null;
  region: string | null;
  provider: string | null;
  state: string;
  version: string | null;
  owner_ref: string | null;
  found_engines: string | null;
}

async function facetsOf(
  { database }: QueryContext,
  query: ListQuery,
): Promise<Facets> {
  const columns = [
    'environment',
    'region',
    'provider',
    'state',
    'version',
    'owner_ref',
    'found_engines',
  ];
  return countFacets<ClusterGroup>(
    query.filter,
    {
      environment: group => present(group.environment),
      region: group => present(group.region),
      provider: group => present(group.provider),
      state: group => [group.state],
      version: group => present(group.version),
      owner: group => present(group.owner_ref),
      engine: group =>
        group.found_engines ? JSON.parse(group.found_engines) : [],
    },
    async filter => {
      const groups: Knex.QueryBuilder = database('clusters')
        .groupBy(columns)
        .select(columns)
        .count({ count: '*' });
      whereListedCluster(groups, { ...query, filter });
      return groups;
    },
  );
}

function present(value: string | null): string[] {
  return value === null ? [] : [value];
}
