import type { PolicyList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { countFacets } from '../countFacets';
import { pagingOf } from '../paging';
import type { QueryContext } from '../QueryContext';
import { openByPolicy } from './openByPolicy';
import { wherePolicy } from './policyFilters';
import { readPolicies } from './readPolicies';

const order = {
  fields: {
    name: 'lower(min(policies.title))',
    engine: 'min(policies.engine)',
    severity: 'min(policies.rank)',
    clusters: 'count(distinct policies.cluster)',
    failing: 'coalesce(min(open.failing), 0)',
  },
  by: { field: 'failing', order: 'desc' },
  id: 'policies.key',
  grouped: true,
} as const;

/** Every policy of the fleet; what is broken most comes first. */
export async function listPolicies(
  context: QueryContext,
  query: ListQuery,
): Promise<PolicyList> {
  const { database } = context;
  const paging = pagingOf(query, order);
  const page = database('policies')
    .leftJoin(
      openByPolicy(database, query.access).as('open'),
      'open.policy_key',
      'policies.key',
    )
    .groupBy('policies.key')
    .select('policies.key as id');
  wherePolicy(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  const counts = await countFacets(
    query.filter,
    {
      engine: { column: 'engine' },
      type: { column: 'type' },
      severity: { column: 'severity' },
      category: { column: 'category' },
      control: { column: 'controls', valuesOf: ids => JSON.parse(ids) },
    },
    filter => groupPolicies(database, { ...query, filter }),
  );
  return {
    items: await readPolicies(
      context,
      query.access,
      rows.map(({ id }) => id),
    ),
    ...counts,
    pageInfo,
  };
}

/** One row a policy, however many clusters have it. */
function groupPolicies(database: Knex, query: ListQuery): Knex.QueryBuilder {
  const groups = database('policies')
    .groupBy('policies.key')
    .select(database.raw('1 as count'))
    .min({
      engine: 'policies.engine',
      type: 'policies.type',
      severity: 'policies.severity',
      category: 'policies.category',
      controls: 'policies.controls',
    });
  wherePolicy(database, groups, query);
  return groups;
}
