import type { Knex } from 'knex';

/** By cluster: the engines that deliver to it from wherever they are, such as the Argo CD of a hub. */
export async function deliveringEngines(
  database: Knex,
  clusters: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { at_cluster: string; engine: string }[] =
    clusters.length > 0
      ? await database('applications')
          .whereIn('at_cluster', [...clusters])
          .distinct('at_cluster', 'engine')
      : [];
  const found = new Map<string, string[]>();
  for (const { at_cluster: cluster, engine } of rows) {
    found.set(cluster, [...(found.get(cluster) ?? []), engine]);
  }
  return found;
}
