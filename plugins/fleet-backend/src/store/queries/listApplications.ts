import type { ApplicationList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import { whereApplication } from './applicationFilters';
import { countFacets } from './countFacets';
import { pagingOf, type OrderFields, type Paging } from './paging';
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

/** The name, in a way that no index serves: to walk through it and look up each row costs more than to sort what a filter leaves. */
const sorted = "(applications.name || '')";

/** Applications of every engine. */
export async function listApplications(
  context: QueryContext,
  query: ListQuery,
): Promise<ApplicationList> {
  const paging = pagingOf(query, {
    fields: isNarrowed(query) ? { ...orderFields, name: sorted } : orderFields,
    by: { field: 'name', order: 'asc' },
    id: 'applications.id',
  });
  const [{ items, pageInfo }, counts] = await Promise.all([
    readPage(context, query, paging),
    countGroups(context, query),
  ]);
  return { items, ...counts, pageInfo };
}

function isNarrowed({ access, filter = [], text }: ListQuery): boolean {
  return (
    filter.length > 0 ||
    Boolean(text) ||
    access.applications !== true ||
    access.clusters !== true
  );
}

async function readPage(
  context: QueryContext,
  query: ListQuery,
  paging: Paging,
): Promise<Pick<ApplicationList, 'items' | 'pageInfo'>> {
  const { database } = context;
  const page = database('applications').select('applications.id');
  whereApplication(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  const ids = rows.map(({ id }) => id);
  return { items: await readApplications(context, ids), pageInfo };
}

/** In the order of an index that holds them all, so that nothing has to be sorted. */
const groupColumns = [
  'at_cluster',
  'state',
  'target_cluster',
  'engine',
  'owner_refs',
] as const;

async function countGroups(
  { database }: QueryContext,
  query: ListQuery,
): Promise<Pick<ApplicationList, 'totalItems' | 'facets'>> {
  const clusters: {
    name: string;
    environment: string | null;
    region: string | null;
  }[] = await database('clusters').select('name', 'environment', 'region');
  const byName = new Map(clusters.map(cluster => [cluster.name, cluster]));
  return countFacets<(typeof groupColumns)[number]>(
    query.filter,
    {
      environment: {
        column: 'target_cluster',
        valuesOf: name => present(byName.get(name)?.environment),
      },
      region: {
        column: 'target_cluster',
        valuesOf: name => present(byName.get(name)?.region),
      },
      engine: { column: 'engine' },
      state: { column: 'state' },
      cluster: { column: 'at_cluster' },
      targetCluster: { column: 'target_cluster' },
      owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
    },
    async filter => {
      const groups: Knex.QueryBuilder = database('applications')
        .groupBy(groupColumns)
        .select(groupColumns)
        .count({ count: '*' });
      whereApplication(database, groups, { ...query, filter });
      return groups;
    },
  );
}

function present(value: string | null | undefined): string[] {
  return value ? [value] : [];
}
