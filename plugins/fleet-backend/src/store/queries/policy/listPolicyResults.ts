import type { PolicyResultList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
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

const groupColumns = [
  'policy_results.severity',
  'policy_results.verdict',
  'policy_results.cluster',
  'policy_results.policy_key',
  'policy_results.category',
  'policy_results.kind',
  'policy_results.source',
  'policy_results.record_id',
] as const;

type Column =
  | 'severity'
  | 'verdict'
  | 'cluster'
  | 'policy_key'
  | 'category'
  | 'kind'
  | 'source'
  | 'environment'
  | 'region'
  | 'owner_refs';

/** The ledger: what is open, worst first, unless the filter asks for other. */
export async function listPolicyResults(
  context: QueryContext,
  query: ListQuery,
): Promise<PolicyResultList> {
  const { database } = context;
  const { ids, pageInfo } = await findResults(database, query);
  const counts = await countFacets<Column>(
    query.filter,
    {
      severity: { column: 'severity' },
      verdict: { column: 'verdict' },
      environment: { column: 'environment' },
      region: { column: 'region' },
      cluster: { column: 'cluster' },
      engine: {
        column: 'policy_key',
        valuesOf: key => [key.slice(0, key.indexOf(':'))],
      },
      policy: { column: 'policy_key' },
      category: { column: 'category' },
      kind: { column: 'kind' },
      source: { column: 'source', valuesOf: sources => sources.split(', ') },
      owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
    },
    filter => countGroups(database, { ...query, filter }),
  );
  return {
    items: await readPolicyResults(context, ids),
    ...counts,
    pageInfo,
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

/** Grouped first and joined then: a large fleet has hundreds of thousands of results. */
function countGroups(database: Knex, query: ListQuery): Knex.QueryBuilder {
  const groups = database('policy_results')
    .groupBy(...groupColumns)
    .select(...groupColumns)
    .count({ count: '*' });
  whereResult(database, groups, query);
  return database
    .from(groups.as('groups'))
    .leftJoin('clusters', 'clusters.name', 'groups.cluster')
    .leftJoin('applications', 'applications.id', 'groups.record_id')
    .leftJoin('records', 'records.id', 'groups.record_id')
    .select(
      'groups.*',
      'clusters.environment',
      'clusters.region',
      database.raw(
        'coalesce(applications.owner_refs, records.owner_refs) as owner_refs',
      ),
    );
}
