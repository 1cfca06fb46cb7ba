import type { DriftList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access, ListQuery } from '../FleetQueryStore';
import { countFacets } from './countFacets';
import { whereDrift, whereDriftVisible } from './driftFilters';
import { pagingOf } from './paging';
import type { QueryContext } from './QueryContext';
import { readDrifts } from './readDrifts';

const order = {
  fields: {
    // Worst first, and of one severity what has lasted longest.
    severity: "(drifts.rank || ' ' || drifts.since)",
    since: 'drifts.since',
    endedAt: "coalesce(drifts.ended_at, '')",
    kind: 'drifts.kind',
    cluster: 'drifts.at_cluster',
    title: 'drifts.name',
    times: 'drifts.times',
  },
  by: { field: 'severity', order: 'asc' },
  id: 'drifts.id',
} as const;

const groupColumns = [
  'kind',
  'severity',
  'at_cluster',
  'engine',
  'manager',
  'environment',
  'owner_refs',
] as const;

/** The ledger: open drift, worst first, unless the filter asks for other. */
export async function listDrifts(
  context: QueryContext,
  query: ListQuery,
): Promise<DriftList> {
  const { database } = context;
  const paging = pagingOf(query, order);
  const page = database('drifts').select('drifts.id');
  whereDrift(context, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  const counts = await countFacets<(typeof groupColumns)[number]>(
    query.filter,
    {
      kind: { column: 'kind' },
      severity: { column: 'severity' },
      cluster: { column: 'at_cluster' },
      engine: { column: 'engine' },
      manager: { column: 'manager' },
      environment: { column: 'environment' },
      owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
    },
    filter => countGroups(context, { ...query, filter }),
  );
  return {
    items: await readDrifts(
      context,
      rows.map(({ id }) => id),
    ),
    ...counts,
    pageInfo,
  };
}

/** One drift, open or ended, if the caller may see it. */
export async function getDrift(
  context: QueryContext,
  id: string,
  access: Access,
) {
  const found = context.database('drifts').where('drifts.id', id).pluck('id');
  whereDriftVisible(context, found, { access });
  const [drift] = await readDrifts(context, await found);
  return drift;
}

function countGroups(context: QueryContext, query: ListQuery) {
  const groups: Knex.QueryBuilder = context
    .database('drifts')
    .leftJoin('clusters', 'clusters.name', 'drifts.at_cluster')
    .leftJoin('applications', 'applications.id', 'drifts.record_id')
    .groupBy(
      'drifts.kind',
      'drifts.severity',
      'drifts.at_cluster',
      'drifts.engine',
      'drifts.manager',
      'clusters.environment',
      'applications.owner_refs',
    )
    .select(
      'drifts.kind',
      'drifts.severity',
      'drifts.at_cluster',
      'drifts.engine',
      'drifts.manager',
      'clusters.environment',
      'applications.owner_refs',
    )
    .count({ count: '*' });
  whereDrift(context, groups, query);
  return groups;
}
