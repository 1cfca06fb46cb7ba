import { until } from '../measure/until';
import type { Portal } from './Portal';

/** Resolves when every cluster was read whole. Throws when applications are missing then. */
export async function whenSynced(
  { client }: Pick<Portal, 'client'>,
  expected: { clusters: number; applications: number },
): Promise<void> {
  await until(
    `The first sync of ${expected.clusters} clusters`,
    { everyMs: 250, timeoutMs: 20 * 60_000 },
    async () => {
      const { totalItems, facets } = await client.listClusters({ limit: 1 });
      const unread = facets.state?.find(({ value }) => value === 'unknown');
      return totalItems === expected.clusters && !unread ? true : undefined;
    },
  );
  const { totalItems } = await client.listApplications({ limit: 1 });
  if (totalItems !== expected.applications) {
    throw new Error(
      `${totalItems} applications were read, and the clusters hold ${expected.applications}`,
    );
  }
}
