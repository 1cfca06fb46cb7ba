import type { PolicyList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { countFacets } from '../countFacets';
import { pagingOf } from '../paging';
import type { QueryContext } from '../QueryContext';
import { openByPolicy } from './openByPolicy';
import { wherePolicy } from './policyFilters';
import { readPolicies } from './readPolicies';

/** What each order goes by, of the rows of one policy. */
const aggregates: Readonly<Record<string, string>> = {
  name: 'lower(min(policies.title))',
  engine: 'min(policies.engine)',
  severity: 'min(policies.rank)',
  clusters: 'count(distinct policies.cluster)',
};

const order = {
  fields: {
    ...Object.fromEntries(
      Object.keys(aggregates).map(field => [field, 'listed.ordering']),
    ),
    failing: 'coalesce(open.failing, 0)',
  },
  by: { field: 'failing', order: 'desc' },
  id: 'listed.id',
} as const;

/** Every policy of the fleet; what is broken most comes first. */
export async function listPolicies(
  context: QueryContext,
  query: ListQuery,
): Promise<PolicyList> {
  const { database } = context;
  const paging = pagingOf(query, order);
  // Joined once they are few: each policy has a row a cluster.
  const listed: Knex.QueryBuilder = database('policies')
    .groupBy('policies.key')
    .select('policies.key as id')
    .select(
      database.raw(
        `${aggregates[query.orderField?.field ?? ''] ?? '0'} as ordering`,
      ),
    );
  wherePolicy(database, listed, query);
  const page = database
    .from(listed.as('listed'))
    .leftJoin(
      openByPolicy(database, query.access).as('open'),
      'open.policy_key',
      'listed.id',
    )
    .select('listed.id');
  paging.apply(page);
  const { rows, pageInfo } = paging.finish<{ id: string; order_value: string }>(
    await page,
  );
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

/** One row a policy, however many clusters have it: what the first of them says of it. */
function groupPolicies(database: Knex, query: ListQuery): Knex.QueryBuilder {
  const first: Knex.QueryBuilder = database('policies')
    .groupBy('policies.key')
    .select('policies.key')
    .min({ cluster: 'policies.cluster' });
  wherePolicy(database, first, query);
  return database('policies')
    .join(first.as('first'), join =>
      join
        .on('first.key', 'policies.key')
        .on('first.cluster', 'policies.cluster'),
    )
    .groupBy('policies.key')
    .select(database.raw('1 as count'))
    .min({
      engine: 'policies.engine',
      type: 'policies.type',
      severity: 'policies.severity',
      category: 'policies.category',
      controls: 'policies.controls',
    });
}
