import { policyModes } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Demand } from '../../../policy/demandsOf';
import { answering, namespacesOfPeople } from './readPolicyClusters';

/** A cluster that has not what a baseline demands of it. */
export interface Lacking {
  /** Of the policy, or the id of the control. */
  name: string;
  cluster: string;
}

/**
 * Asks which clusters lack what. A demand is met by any policy of that name, or that is the control, which is applied, holds in the
 * whole cluster, or in all namespaces but those of Kubernetes itself, and does at least what is demanded. Of a cluster that does not
 * answer nothing is told.
 */
export function lackingOf(
  database: Knex,
  demands: readonly Demand[],
  of: 'policies' | 'controls',
  clusters: Knex.QueryBuilder,
): Knex.QueryBuilder {
  const values = demands.map(() => '(?, ?, cast(? as integer))').join(', ');
  const due = database
    .from(
      database.raw(
        `(select column1 as name, column2 as environment, column3 as strength from (values ${values}) as listed) as demands`,
        demands.flatMap(({ name, environment, mode }) => [
          name,
          environment,
          policyModes.indexOf(mode),
        ]),
      ),
    )
    .joinRaw(
      "join clusters on coalesce(clusters.environment, '') = demands.environment",
    )
    .whereIn('clusters.outcome', [...answering])
    .whereIn('clusters.name', clusters)
    .select('demands.name', 'clusters.name as cluster', 'demands.strength');
  const meeting = () => meetingOf(database, of);
  return database
    .from(due.as('due'))
    .whereNotExists(meeting().whereNull('policies.namespace'))
    .whereRaw('(?) < (?)', [
      meeting()
        .whereRaw("policies.namespace not like 'kube-%'")
        .countDistinct('policies.namespace'),
      // What is in none of no namespaces is not everywhere.
      namespacesOfPeople(database)
        .whereRaw('records.cluster = due.cluster')
        .select(
          database.raw(
            'coalesce(nullif(count(distinct records.object_key), 0), 1)',
          ),
        ),
    ]);
}

/** Asks for policies that meet the demand of a row of `due`, at least in some of its namespaces. */
function meetingOf(
  database: Knex,
  of: 'policies' | 'controls',
): Knex.QueryBuilder {
  const policies = database('policies')
    .whereRaw('policies.cluster = due.cluster')
    .whereRaw('policies.strength <= due.strength')
    .where('policies.ready', true);
  return of === 'policies'
    ? policies.whereRaw('policies.name = due.name')
    : policies
        .join('policy_controls', 'policy_controls.policy_id', 'policies.id')
        .whereRaw('policy_controls.cluster = due.cluster')
        .whereRaw('policy_controls.control = due.name');
}
