import {
  claimStepNames,
  claimStepStates,
  claimTypes,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { claimSubject, whereClaimVisible } from '../conditions';
import {
  applyFilter,
  choice,
  column,
  oneOf,
  whereContains,
  type FilterKeys,
} from '../filters';
import { selectOfEntities, selectOfOwners } from '../linkedRecords';

/** What claims can be filtered by. `cluster` is the hub, `makesCluster` what is asked for. */
const claimFilters: FilterKeys = {
  cluster: column('claims.cluster'),
  makesCluster: column('claims.makes_cluster'),
  type: oneOf('type', 'claims.type', claimTypes),
  kind: column('claims.kind'),
  namespace: column('claims.namespace'),
  name: column('claims.name'),
  state: column('claims.state'),
  step: oneOf('step', 'claims.step', claimStepNames),
  stepState: oneOf('stepState', 'claims.step_state', claimStepStates),
  environment: column('claims.environment'),
  region: column('claims.region'),
  provider: column('claims.provider'),
  version: column('claims.version'),
  makesClusters: choice('makesClusters', {
    true: query => query.whereNotNull('claims.makes_cluster'),
    false: query => query.whereNull('claims.makes_cluster'),
  }),
  owner(query, values) {
    query.whereIn(claimSubject.recordId, ids => selectOfOwners(ids, values));
  },
  entity(query, values) {
    query.whereIn(claimSubject.recordId, ids => selectOfEntities(ids, values));
  },
};

/** Narrows a query on `claims` to what the caller may see and asks for. */
export function whereClaim(
  database: Knex,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  whereClaimVisible(database, query, access);
  applyFilter(query, filter, claimFilters);
  if (text) {
    whereContains(query, 'claims.search', text);
  }
}
