import type { PolicyResultList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Filter, ListQuery } from '../../FleetQueryStore';
import { countFacets } from '../countFacets';
import { pagingOf } from '../paging';
import type { QueryContext } from '../QueryContext';
import { readPolicyResults } from './readPolicyResults';
import { whereResult } from './resultFilters';

const order = {
  fields: {
    // Worst first, and of one severity what has lasted longest. As the index has it.
    severity:
      "(cast(policy_results.rank as text) || ' ' || policy_results.since)",
    since: 'policy_results.since',
    cluster: 'policy_results.cluster',
    policy: 'policy_results.policy',
    name: 'policy_results.name',
    times: 'policy_results.times',
  },
  by: { field: 'severity', order: 'asc' },
  id: 'policy_results.id',
} as const;

/** The ledger: what is open, worst first, unless the filter asks for other. */
export async function listPolicyResults(
  context: QueryContext,
  query: ListQuery,
): Promise<PolicyResultList> {
  const { database } = context;
  const { ids, pageInfo } = await findResults(database, query);
  return {
    items: await readPolicyResults(context, ids),
    ...(await countResults(database, query)),
    pageInfo,
  };
}

/** In three parts, each of which has far fewer groups than all columns together: a large fleet has hundreds of thousands of results. */
async function countResults(
  database: Knex,
  query: ListQuery,
): Promise<Pick<PolicyResultList, 'totalItems' | 'facets'>> {
  const narrowed = (filter: Filter | undefined) => ({ ...query, filter });
  const [itself, ofPolicy, ofPlace] = await Promise.all([
    countFacets<'severity' | 'verdict' | 'category' | 'kind' | 'source'>(
      query.filter,
      {
        severity: { column: 'severity' },
        verdict: { column: 'verdict' },
        category: { column: 'category' },
        kind: { column: 'kind' },
        source: { column: 'source', valuesOf: sources => sources.split(', ') },
      },
      filter =>
        groupResults(database, narrowed(filter), [
          'severity',
          'verdict',
          'category',
          'kind',
          'source',
        ]),
    ),
    countFacets<'policy_key'>(
      query.filter,
      {
        policy: { column: 'policy_key' },
        engine: {
          column: 'policy_key',
          valuesOf: key => [key.slice(0, key.indexOf(':'))],
        },
      },
      filter => groupResults(database, narrowed(filter), ['policy_key']),
    ),
    countFacets<'cluster' | 'environment' | 'region' | 'owner_refs'>(
      query.filter,
      {
        cluster: { column: 'cluster' },
        environment: { column: 'environment' },
        region: { column: 'region' },
        owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
      },
      filter => groupPlaces(database, narrowed(filter)),
    ),
  ]);
  return {
    totalItems: itself.totalItems,
    facets: { ...itself.facets, ...ofPolicy.facets, ...ofPlace.facets },
  };
}

/** Ids of a page of results. */
export async function findResults(
  database: Knex,
  query: ListQuery,
): Promise<{ ids: string[]; pageInfo: PolicyResultList['pageInfo'] }> {
  const paging = pagingOf(query, order);
  const page = database('policy_results').select('policy_results.id');
  whereResult(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  return { ids: rows.map(({ id }) => id), pageInfo };
}

function groupResults(
  database: Knex,
  query: ListQuery,
  columns: readonly string[],
): Knex.QueryBuilder {
  const names = columns.map(name => `policy_results.${name}`);
  const groups: Knex.QueryBuilder = database('policy_results')
    .groupBy(names)
    .select(names)
    .count({ count: '*' });
  whereResult(database, groups, query);
  return groups;
}

/** Grouped first and joined then. */
function groupPlaces(database: Knex, query: ListQuery): Knex.QueryBuilder {
  return database
    .from(groupResults(database, query, ['record_id', 'cluster']).as('groups'))
    .leftJoin('clusters', 'clusters.name', 'groups.cluster')
    .leftJoin('applications', 'applications.id', 'groups.record_id')
    .leftJoin('records', 'records.id', 'groups.record_id')
    .select(
      'groups.cluster',
      'groups.count',
      'clusters.environment',
      'clusters.region',
      database.raw(
        'coalesce(applications.owner_refs, records.owner_refs) as owner_refs',
      ),
    );
}
