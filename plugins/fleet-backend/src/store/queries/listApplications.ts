import type {
  ApplicationList,
  Facets,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import { whereApplication } from './applicationFilters';
import { countFacets, type FacetGroup } from './countFacets';
import { pagingOf, type OrderFields } from './paging';
import type { QueryContext } from './QueryContext';
import { readApplications } from './readApplications';

const orderFields: OrderFields = {
  name: 'applications.name',
  namespace: "coalesce(applications.namespace, '')",
  cluster: 'applications.at_cluster',
  targetCluster: "coalesce(applications.target_cluster, '')",
  engine: 'applications.engine',
  kind: 'applications.kind',
  state: 'applications.urgency',
  since: "coalesce(applications.since, '')",
  version: "coalesce(applications.version, '')",
  title: 'applications.title',
};

/** Applications of every engine. */
export async function listApplications(
  context: QueryContext,
  query: ListQuery,
): Promise<ApplicationList> {
  const { database } = context;
  const paging = pagingOf(query, {
    fields: orderFields,
    by: { field: 'name', order: 'asc' },
    id: 'applications.id',
  });
  const page = database('applications').select('applications.id');
  whereApplication(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  return {
    items: await readApplications(
      context,
      rows.map(({ id }) => id),
    ),
    totalItems: await countApplications(context, query),
    facets: await facetsOf(context, query),
    pageInfo,
  };
}

/** How many applications the caller may see and asks for. */
export async function countApplications(
  { database }: QueryContext,
  query: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): Promise<number> {
  const counted = database('applications').count({ count: '*' });
  whereApplication(database, counted, query);
  const [{ count }] = await counted;
  return Number(count);
}

interface PlaceGroup extends FacetGroup {
  at_cluster: string;
  target_cluster: string | null;
  engine: string;
  state: string;
}

interface OwnerGroup extends FacetGroup {
  owner_refs: string | null;
}

async function facetsOf(
  { database }: QueryContext,
  query: ListQuery,
): Promise<Facets> {
  const group = async <G extends FacetGroup>(
    filter: ListQuery['filter'],
    columns: string[],
  ): Promise<G[]> => {
    const groups: Knex.QueryBuilder = database('applications')
      .groupBy(columns)
      .select(columns)
      .count({ count: '*' });
    whereApplication(database, groups, { ...query, filter });
    return groups;
  };
  const clusters: {
    name: string;
    environment: string | null;
    region: string | null;
  }[] = await database('clusters').select('name', 'environment', 'region');
  const byName = new Map(clusters.map(cluster => [cluster.name, cluster]));
  const places = await countFacets<PlaceGroup>(
    query.filter,
    {
      environment: ({ target_cluster: name }) =>
        present(name && byName.get(name)?.environment),
      region: ({ target_cluster: name }) =>
        present(name && byName.get(name)?.region),
      engine: ({ engine }) => [engine],
      state: ({ state }) => [state],
      cluster: ({ at_cluster: name }) => [name],
      targetCluster: ({ target_cluster: name }) => present(name),
    },
    filter =>
      group(filter, ['at_cluster', 'target_cluster', 'engine', 'state']),
  );
  const owners = await countFacets<OwnerGroup>(
    query.filter,
    { owner: ({ owner_refs: refs }) => (refs ? JSON.parse(refs) : []) },
    filter => group(filter, ['owner_refs']),
  );
  return { ...places, ...owners };
}

function present(value: string | null | undefined): string[] {
  return value ? [value] : [];
}
