import type { Portal } from '../fleet/Portal';
import { whenSynced } from '../fleet/whenSynced';

/** Resolves when every cluster was read whole. Throws when results are missing then. */
export async function whenResultsRead(
  portal: Pick<Portal, 'client'>,
  expected: { clusters: number; results: number },
): Promise<void> {
  const { clusters, results } = expected;
  await whenSynced(portal, { clusters, applications: 0 });
  const { totalItems } = await portal.client.policies.results({ limit: 1 });
  if (totalItems !== results) {
    throw new Error(
      `${totalItems} results were read, and ${results} fail on the clusters`,
    );
  }
}
