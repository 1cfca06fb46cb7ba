import type { Knex } from 'knex';
import type { Access, Filter } from '../../FleetQueryStore';
import { whereResult } from './resultFilters';

/** How many results of what the caller may see exceptions let through, by `cluster\nname`. */
export async function countExcepted(
  database: Knex,
  query: { access: Access; filter?: Filter },
): Promise<Map<string, number>> {
  const excepted: Knex.QueryBuilder = database('policy_results')
    .whereRaw('policy_results.exception is not null')
    .groupBy('policy_results.cluster', 'policy_results.exception')
    .select('policy_results.cluster', 'policy_results.exception')
    .count({ count: '*' });
  whereResult(database, excepted, {
    access: query.access,
    filter: (query.filter ?? [{}]).map(part => ({
      ...part,
      excepted: ['true'],
    })),
  });
  const rows: { cluster: string; exception: string; count: number | string }[] =
    await excepted;
  const counts = new Map<string, number>();
  for (const { cluster, exception, count } of rows) {
    for (const name of exception.split(',')) {
      const key = exceptionKey(cluster, name);
      counts.set(key, (counts.get(key) ?? 0) + Number(count));
    }
  }
  return counts;
}

/** Reports name an exception by its name, or with its namespace before it. */
export function exceptionKey(cluster: string, name: string): string {
  return `${cluster}\n${name.trim().split('/').at(-1)}`;
}
