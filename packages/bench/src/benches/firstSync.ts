import type { Bench } from '../Bench';
import { createDatabase } from '../databases/Database';
import { applicationsOf, fullSize } from '../fleet/clusterSizes';
import { Lister } from '../fleet/Lister';
import { Portal } from '../fleet/Portal';
import { recordLists } from '../fleet/recordLists';
import { Simulator } from '../fleet/Simulator';
import { whenSynced } from '../fleet/whenSynced';
import { bytes, milliseconds, times } from '../measure/format';
import { until } from '../measure/until';

const maxRatio = 1.5;
const maxMemoryBytes = 600_000_000;

/** How long it takes until everything is known, and what that costs. */
export const firstSync: Bench = {
  name: 'firstSync',
  title: 'First sync',
  method: `Every cluster holds 20 Kustomizations, 5 HelmReleases, 20 Applications and 50 Deployments with what belongs to them, and
nothing changes while it is read. Ours is the plugin in a Backstage backend of its own, empty before: the time from the first
request that a cluster sees until the API answers for the last one, and the highest resident memory of the process, Backstage
included. The floor fetches the same lists, ten at a time as ours does, unzips and parses them, and forgets them. The CPU time of
both is told beside, since on one machine the simulated clusters set much of the pace.`,
  async run({
    database: kind,
    directory,
    clusters = 500,
    profile,
    ...context
  }) {
    const { log, scope } = context;
    const simulator = scope.add(
      await Simulator.start({
        directory,
        spokes: clusters,
        size: fullSize,
        still: true,
      }),
    );
    const { spokes } = simulator;
    log(`${spokes.length} clusters simulated`);
    const paths = await recordLists(spokes[0], directory);

    const lister = scope.add(Lister.start(directory));
    const before = await lister.usage();
    const floor = await lister.listAll(spokes, paths);
    if (floor.failed > 0) {
      throw new Error(`${floor.failed} lists of the floor failed`);
    }
    const floorUsage = await lister.usage();
    await lister.stop();
    log(`the floor took ${milliseconds(floor.milliseconds)}`);

    const database = scope.add(await createDatabase(kind, directory));
    const seen = (await simulator.traffic()).requests;
    const portal = scope.add(
      await Portal.start({
        directory,
        plugin: 'fleet',
        database,
        spokes,
        profile,
      }),
    );
    const begun = await until(
      'The first request',
      { everyMs: 5, timeoutMs: 60_000 },
      async () =>
        (await simulator.traffic()).requests > seen
          ? { at: performance.now(), usage: await portal.usage() }
          : undefined,
    );
    await whenSynced(portal, {
      clusters: spokes.length,
      applications: spokes.length * applicationsOf(fullSize),
    });
    const took = performance.now() - begun.at;
    const after = await portal.usage();
    log(`ours took ${milliseconds(took)}`);

    const ratio = took / floor.milliseconds;
    const cpu = (after.cpuSeconds - begun.usage.cpuSeconds) * 1000;
    const floorCpu = (floorUsage.cpuSeconds - before.cpuSeconds) * 1000;
    return [
      {
        database: kind,
        measure: `time to read ${spokes.length} clusters with ${floor.objects} objects`,
        ours: `${milliseconds(took)} (${milliseconds(cpu)} CPU)`,
        against: `${milliseconds(floor.milliseconds)} (${milliseconds(
          floorCpu,
        )} CPU)`,
        ratio: times(ratio),
        target: `≤ ${times(maxRatio)}`,
        met: ratio <= maxRatio,
      },
      {
        database: kind,
        measure: 'peak memory of the process',
        ours: bytes(after.peakMemoryBytes),
        target: `≤ ${bytes(maxMemoryBytes)}`,
        met: after.peakMemoryBytes <= maxMemoryBytes,
      },
    ];
  },
};
