import {
  policyModes,
  policySeverities,
  policyTypes,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { whereClusterNameVisible } from '../conditions';
import {
  applyFilter,
  column,
  ofCluster,
  oneOf,
  whereContains,
  type FilterKeys,
} from '../filters';

/** What policies can be filtered by: a policy is found where any cluster has it so. */
const policyFilters: FilterKeys = {
  id: column('policies.key'),
  engine: column('policies.engine'),
  kind: column('policies.kind'),
  namespace: column('policies.namespace'),
  name: column('policies.name'),
  type: oneOf('type', 'policies.type', policyTypes),
  mode: oneOf('mode', 'policies.mode', policyModes),
  severity: oneOf('severity', 'policies.severity', policySeverities),
  category: column('policies.category'),
  cluster: column('policies.cluster'),
  environment: ofCluster('policies.cluster', 'environment'),
  region: ofCluster('policies.cluster', 'region'),
  control(query, values) {
    query.whereIn('policies.id', ids =>
      ids
        .from('policy_controls')
        .whereIn('control', [...values])
        .select('policy_id'),
    );
  },
};

/** Narrows a query on `policies` to clusters that the caller may see and to what is asked for. */
export function wherePolicy(
  database: Knex,
  query: Knex.QueryBuilder,
  { access, filter, text }: Pick<ListQuery, 'access' | 'filter' | 'text'>,
): void {
  whereClusterNameVisible(database, query, 'policies.cluster', access);
  applyFilter(query, filter, policyFilters);
  if (text) {
    whereContains(
      query,
      "lower(policies.name || ' ' || policies.title || ' ' || coalesce(policies.namespace, ''))",
      text,
    );
  }
}
