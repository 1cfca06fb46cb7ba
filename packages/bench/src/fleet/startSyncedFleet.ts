import type { ClusterSize } from '@fleetcommander/demo-fleet';
import type { BenchContext } from '../Bench';
import { createDatabase } from '../databases/Database';
import { milliseconds } from '../measure/format';
import { applicationsOf } from './clusterSizes';
import { Portal } from './Portal';
import { Simulator } from './Simulator';
import { whenSynced } from './whenSynced';

/** Simulated spokes that live at their real pace, and a portal that has read them all. */
export async function startSyncedFleet(
  context: Pick<
    BenchContext,
    'database' | 'directory' | 'log' | 'profile' | 'scope'
  >,
  options: { spokes: number; size: ClusterSize; entities?: string },
): Promise<{ simulator: Simulator; portal: Portal }> {
  const { database: kind, directory, log, profile, scope } = context;
  const { spokes, size, entities } = options;
  const simulator = scope.add(
    await Simulator.start({ directory, spokes, size }),
  );
  const started = performance.now();
  const portal = scope.add(
    await Portal.start({
      directory,
      plugin: 'fleet',
      database: scope.add(await createDatabase(kind, directory)),
      spokes: simulator.spokes,
      entities,
      profile,
    }),
  );
  await whenSynced(portal, {
    clusters: spokes,
    applications: spokes * applicationsOf(size),
  });
  const took = milliseconds(performance.now() - started);
  log(`${spokes} clusters simulated, and read after ${took}`);
  return { simulator, portal };
}
