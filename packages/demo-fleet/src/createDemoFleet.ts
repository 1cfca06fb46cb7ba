import { DemoFleet, type DemoFleetOptions } from './DemoFleet';
import type { GitHost } from './githost/GitHost';
import { fleetRepositoryName } from './startDemoGitHost';
import { createWorld } from './world/createWorld';
import type { ClusterSize } from './world/delivery/sizedDeliveries';
import { openRepository } from './world/repository/openRepository';

/**
 * Prepares a hub with as many spokes as asked for; `start()` sets it going.
 *
 * @public
 */
export async function createDemoFleet(
  options: DemoFleetOptions & {
    spokes?: number;
    /** Gives every spoke the same numbers of objects, and the hub nothing to deliver; for benchmarks. */
    size?: ClusterSize;
    /** With the repository that {@link startDemoGitHost} made, which the hub's Flux applies claims from. */
    gitHost?: GitHost;
  } = {},
): Promise<DemoFleet> {
  const { spokes = 9, seed = 1, size, gitHost } = options;
  const repository =
    gitHost && (await openRepository(gitHost, fleetRepositoryName));
  const world = createWorld({ spokes, seed, size, repository });
  return DemoFleet.create({ ...options, world });
}
