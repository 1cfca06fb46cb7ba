import type { ClaimList } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ClaimRules } from '../../../claims/ClaimRules';
import type { ListQuery } from '../../FleetQueryStore';
import { countFacets } from '../countFacets';
import { pagingOf, type OrderFields } from '../paging';
import type { QueryContext } from '../QueryContext';
import { whereClaim } from './claimFilters';
import { readClaims } from './readClaims';

const orderFields: OrderFields = {
  state: 'claims.urgency',
  name: 'claims.name',
  kind: 'claims.kind',
  cluster: 'claims.cluster',
  environment: "coalesce(claims.environment, '')",
  region: "coalesce(claims.region, '')",
  provider: "coalesce(claims.provider, '')",
  version: "coalesce(claims.version, '')",
  step: 'claims.step',
  since: "coalesce(claims.since, '')",
  createdAt: "coalesce(claims.created_at, '')",
  readyAt: "coalesce(claims.ready_at, '')",
};

const groupColumns = [
  'cluster',
  'type',
  'kind',
  'namespace',
  'state',
  'step',
  'step_state',
  'environment',
  'region',
  'provider',
  'version',
  'owner_refs',
] as const;

/** Claims, what needs a person first. */
export async function listClaims(
  context: QueryContext,
  rules: ClaimRules,
  query: ListQuery,
): Promise<ClaimList> {
  const { database } = context;
  const paging = pagingOf(query, {
    fields: orderFields,
    by: { field: 'state', order: 'asc' },
    id: 'claims.id',
  });
  const page = database('claims').select('claims.id');
  whereClaim(database, page, query);
  paging.apply(page);
  const { rows, pageInfo } = paging.finish(await page);
  const read = await readClaims(
    context,
    rules,
    rows.map(({ id }) => id),
    query.access,
  );
  return {
    items: read.map(({ claim }) => claim),
    ...(await countGroups(context, query)),
    pageInfo,
  };
}

async function countGroups(
  { database }: QueryContext,
  query: ListQuery,
): Promise<Pick<ClaimList, 'totalItems' | 'facets'>> {
  const columns = groupColumns.map(name =>
    name === 'owner_refs' ? 'records.owner_refs' : `claims.${name}`,
  );
  return countFacets<(typeof groupColumns)[number]>(
    query.filter,
    {
      cluster: { column: 'cluster' },
      type: { column: 'type' },
      kind: { column: 'kind' },
      namespace: { column: 'namespace' },
      state: { column: 'state' },
      step: { column: 'step' },
      stepState: { column: 'step_state' },
      environment: { column: 'environment' },
      region: { column: 'region' },
      provider: { column: 'provider' },
      version: { column: 'version' },
      owner: { column: 'owner_refs', valuesOf: refs => JSON.parse(refs) },
    },
    async filter => {
      const groups: Knex.QueryBuilder = database('claims')
        .leftJoin('records', 'records.id', 'claims.id')
        .groupBy(columns)
        .select(columns)
        .count({ count: '*' });
      whereClaim(database, groups, { ...query, filter });
      return groups;
    },
  );
}
