import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../Bench';
import { createDatabase } from '../databases/Database';
import { fullSize } from '../fleet/clusterSizes';
import { Portal } from '../fleet/Portal';
import { sampleAges } from '../fleet/sampleAges';
import { Simulator } from '../fleet/Simulator';
import { startSyncedFleet } from '../fleet/startSyncedFleet';
import { writeEntities } from '../fleet/writeEntities';
import { bytes, milliseconds, short, times } from '../measure/format';
import { percentile } from '../measure/percentile';
import { until } from '../measure/until';

const component = 'checkout-1';
const entityRef = `component:default/${component}`;
const ourViews = 200;
const theirViews = 20;
const windowMs = 60_000;
const minRatio = 100;
const maxAgeMs = 40_000;

interface View {
  ms: number;
  bytes: number;
}

async function view(ask: () => Promise<number>): Promise<View> {
  const started = performance.now();
  const count = await ask();
  return { ms: performance.now() - started, bytes: count };
}

async function requestsIn(
  simulator: Simulator,
  run: () => Promise<unknown>,
): Promise<number> {
  const before = (await simulator.traffic()).requests;
  await run();
  return (await simulator.traffic()).requests - before;
}

/** How long a person waits who opens the tab of an entity. */
export const entityView: Bench = {
  name: 'entityView',
  title: 'Entity view',
  method: `A component runs on every cluster, and its whole tab is asked for: ours with GET /api/fleet/entities/…,
@backstage/plugin-kubernetes-backend with POST /api/kubernetes/resources/workloads/query, one after the other, each in a Backstage
backend of its own with the real catalog, over the same clusters named by the same config; theirs
while nothing changes in the clusters. Bytes are those of the answer as a
browser gets it, gzip where the backend compresses. Ours polls meanwhile. Requests to clusters are those of theirs per view; of
ours, those in a minute of nothing but views beyond those in a minute without, per view.`,
  async run(context) {
    const { database: kind, directory, clusters = 500, log, scope } = context;
    const entities = await writeEntities(directory, [component]);
    const fleet = await startSyncedFleet(context, {
      spokes: clusters,
      size: fullSize,
      entities,
    });
    const { simulator, portal } = fleet;
    await until(
      `The entity ${component}`,
      { everyMs: 1_000, timeoutMs: 5 * 60_000 },
      async () => {
        const found = await portal.client
          .getEntity(entityRef)
          .catch(() => undefined);
        return found?.workloads.length === clusters ? true : undefined;
      },
    );
    // Somebody has looked: until this passes, clusters are polled more often.
    await sleep(2 * windowMs);
    const ages = await sampleAges(fleet, windowMs);
    const idle = await requestsIn(simulator, () => sleep(windowMs));
    const ours: View[] = [];
    const busy = await requestsIn(simulator, async () => {
      const end = performance.now() + windowMs;
      while (performance.now() < end || ours.length < ourViews) {
        ours.push(
          await view(() =>
            portal.get(`fleet/entities/component/default/${component}`),
          ),
        );
        await sleep(windowMs / ourViews);
      }
    });
    await portal.stop();
    await simulator.stop();
    log(`ours was asked ${ours.length} times`);

    const still = scope.add(
      await Simulator.start({
        directory,
        spokes: clusters,
        size: fullSize,
        still: true,
      }),
    );
    const kubernetes = scope.add(
      await Portal.start({
        directory,
        plugin: 'kubernetes',
        database: scope.add(await createDatabase(kind, directory)),
        spokes: still.spokes,
        entities,
      }),
    );
    const ask = () =>
      kubernetes.get('kubernetes/resources/workloads/query', {
        entityRef,
        auth: {},
      });
    await until(
      `The entity ${component}`,
      { everyMs: 1_000, timeoutMs: 5 * 60_000 },
      () => ask().catch(() => undefined),
    );
    const theirs: View[] = [];
    const theirRequests = await requestsIn(still, async () => {
      while (theirs.length < theirViews) {
        theirs.push(await view(ask));
      }
    });

    const percentiles = [0.5, 0.99].map(share => {
      const our = percentile(
        ours.map(({ ms }) => ms),
        share,
      );
      const their = percentile(
        theirs.map(({ ms }) => ms),
        share,
      );
      const ratio = their / our;
      return {
        database: kind,
        measure: `p${share * 100} time, ${clusters} clusters`,
        ours: milliseconds(our),
        against: milliseconds(their),
        ratio: times(ratio),
        target: `≥ ${times(minRatio)}`,
        met: ratio >= minRatio,
      };
    });
    const ourBytes = percentile(
      ours.map(each => each.bytes),
      0.5,
    );
    const theirBytes = percentile(
      theirs.map(each => each.bytes),
      0.5,
    );
    const more = Math.max(0, busy - idle) / ours.length;
    const age = percentile(ages, 0.99);
    return [
      ...percentiles,
      {
        database: kind,
        measure: 'bytes of the answer',
        ours: bytes(ourBytes),
        against: bytes(theirBytes),
        ratio: times(theirBytes / ourBytes),
        target: `≥ ${times(minRatio)}`,
        met: theirBytes / ourBytes >= minRatio,
      },
      {
        database: kind,
        measure: 'requests to clusters per view',
        ours: short(more),
        against: short(theirRequests / theirs.length),
        target: 'none',
        // Polling does not keep time to the second.
        met: busy - idle < 0.05 * idle,
      },
      {
        database: kind,
        measure: 'p99 age of what ours shows',
        ours: milliseconds(age),
        target: `≤ ${milliseconds(maxAgeMs)}`,
        met: age <= maxAgeMs,
      },
    ];
  },
};
