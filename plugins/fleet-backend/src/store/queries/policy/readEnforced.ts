import type { Knex } from 'knex';

/** How many policies a cluster has, and how many of them it enforces. */
export interface Enforced {
  policies: number;
  enforced: number;
}

/** By cluster: of the policies that check something, but for levels of Pod Security, which each namespace has its own of. */
export async function readEnforced(
  database: Knex,
  clusters: readonly string[],
): Promise<Map<string, Enforced>> {
  const wanted = new Set(clusters);
  const rows: {
    cluster: string;
    policies: number | string;
    enforced: number | string;
  }[] = await database('policies')
    .whereIn('type', ['validate', 'verify-images'])
    .groupBy('cluster')
    .select('cluster')
    .count({ policies: '*' })
    .select(
      database.raw(
        'sum(case when strength = 0 and ready then 1 else 0 end) as enforced',
      ),
    );
  return new Map(
    rows.flatMap(({ cluster, policies, enforced }) =>
      wanted.has(cluster)
        ? [
            [
              cluster,
              { policies: Number(policies), enforced: Number(enforced) },
            ] as const,
          ]
        : [],
    ),
  );
}
