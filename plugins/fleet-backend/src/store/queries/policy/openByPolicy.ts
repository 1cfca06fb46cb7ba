import type { Knex } from 'knex';
import type { Access } from '../../FleetQueryStore';
import { whereResultVisible } from './resultFilters';

/** Asks how many open results break each policy, and since when. */
export function openByPolicy(
  database: Knex,
  access: Access,
): Knex.QueryBuilder {
  const open = database('policy_results')
    .whereRaw(
      "policy_results.ended_at is null and policy_results.verdict <> 'skip'",
    )
    .groupBy('policy_results.policy_key')
    .select('policy_results.policy_key')
    .count({ failing: '*' })
    .min({ oldest_since: 'policy_results.since' });
  whereResultVisible(database, open, access);
  return open;
}
