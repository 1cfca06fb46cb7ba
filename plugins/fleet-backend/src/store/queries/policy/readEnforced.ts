import type { Knex } from 'knex';

/** How many policies a cluster has, and how many of them it enforces. */
export interface Enforced {
  policies: number;
  enforced: number;
}

/** By cluster: of the policies that can enforce or not. */
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
    .whereIn('type', ['validate', 'verify-images', 'pod-security'])
    .groupBy('cluster')
    .select('cluster')
    .countDistinct({ policies: 'key' })
    .select(
      database.raw(
        'count(distinct case when strength = 0 and ready = ? then "key" end) as enforced',
        [true],
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
