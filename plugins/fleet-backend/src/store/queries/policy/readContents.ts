import type { Knex } from 'knex';
import type { Access } from '../../FleetQueryStore';
import { groupBy } from '../../sql/groupBy';
import { whereClusterNameVisible } from '../conditions';

interface ContentCount {
  key: string;
  content_hash: string;
  count: number | string;
}

/** What of a policy its clusters have. */
export interface Contents {
  /** How many there are. */
  versions: number;
  /** What more clusters have than any other. */
  usual?: string;
}

/** The contents of policies among the clusters that the caller may see, by key of the policy. */
export async function readContents(
  database: Knex,
  access: Access,
  keys: readonly string[],
): Promise<Map<string, Contents>> {
  const query: Knex.QueryBuilder = database('policies')
    .whereIn('key', [...keys])
    .groupBy('key', 'content_hash')
    .select('key', 'content_hash')
    .countDistinct({ count: 'cluster' });
  whereClusterNameVisible(database, query, 'policies.cluster', access);
  const counts: ContentCount[] = await query;
  return new Map(
    [...groupBy(counts, ({ key }) => key)].map(([key, contents]) => {
      const [most, next] = contents
        .map(({ content_hash: hash, count }) => ({
          hash,
          count: Number(count),
        }))
        .sort((a, b) => b.count - a.count);
      const agreed = !next || most.count > next.count;
      return [
        key,
        { versions: contents.length, usual: agreed ? most.hash : undefined },
      ];
    }),
  );
}
