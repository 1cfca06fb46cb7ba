import { DemoFleet, type DemoFleetOptions } from './DemoFleet';
import { createWorld } from './world/createWorld';
import type { ClusterSize } from './world/delivery/sizedDeliveries';

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
  } = {},
): Promise<DemoFleet> {
  const { spokes = 9, seed = 1, size } = options;
  const world = createWorld({ spokes, seed, size });
  return DemoFleet.create({ ...options, world });
}
