import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../Bench';
import { fullSize } from '../fleet/clusterSizes';
import { Lister } from '../fleet/Lister';
import { recordLists } from '../fleet/recordLists';
import { sampleAges } from '../fleet/sampleAges';
import { startSyncedFleet } from '../fleet/startSyncedFleet';
import { watchCost, type Cost } from '../fleet/watchCost';
import { bytes, milliseconds, percent, short } from '../measure/format';
import { percentile } from '../measure/percentile';

const settleMs = 3 * 60_000;
const oursMs = 5 * 60_000;
const rounds = 4;
const roundMs = 30_000;
const hourMs = 60 * 60_000;
const maxBytes = 0.03;
const maxCpu = 0.05;
const maxAgeMs = 40_000;

/** What it costs to stay up to date. */
export const steady: Bench = {
  name: 'steady',
  title: 'Steady state',
  method: `Clusters as in the first sync, with controllers that write as often as the real ones do. Time is not compressed: that would
change how the poller chooses between brief and held watches, which goes by events a minute. Instead the poller is left alone for
three minutes, so that it knows its clusters, then five minutes are measured and scaled to an hour. Against it stands listing
everything every 30 s with gzip and parsing it: four rounds, also scaled. Bytes are those on the sockets of the clusters, headers
included, in both directions. CPU is that of the Node process, on PostgreSQL without the server's.`,
  async run(context) {
    const { database, directory, log, scope, clusters = 500 } = context;
    const fleet = await startSyncedFleet(context, {
      spokes: clusters,
      size: fullSize,
    });
    const { simulator, portal } = fleet;
    await sleep(settleMs);
    let ages: number[] = [];
    const ours = await watchCost({ simulator, process: portal }, async () => {
      ages = await sampleAges(fleet, oursMs);
    });
    log(`${bytes(ours.bytes)} and ${short(ours.cpuSeconds)} s CPU in 5 min`);
    await portal.stop();

    const paths = await recordLists(simulator.spokes[0], directory);
    const lister = scope.add(Lister.start(directory));
    const lists = await watchCost({ simulator, process: lister }, async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { milliseconds: took } = await lister.listAll(
          simulator.spokes,
          paths,
        );
        await sleep(Math.max(0, roundMs - took));
      }
    });
    log(`${bytes(lists.bytes)} and ${short(lists.cpuSeconds)} s CPU in lists`);

    const hours = oursMs / hourMs;
    const listHours = (rounds * roundMs) / hourMs;
    const share = (cost: (of: Cost) => number) =>
      cost(ours) / hours / (cost(lists) / listHours);
    const bytesShare = share(cost => cost.bytes);
    const cpuShare = share(cost => cost.cpuSeconds);
    const age = percentile(ages, 0.99);
    const perSpokeMinute = (requests: number, ms: number) =>
      short((requests * 60_000) / ms / clusters);
    return [
      {
        database,
        measure: `bytes on the wire in an hour, ${clusters} clusters`,
        ours: bytes(ours.bytes / hours),
        against: bytes(lists.bytes / listHours),
        ratio: percent(bytesShare),
        target: `≤ ${percent(maxBytes)}`,
        met: bytesShare <= maxBytes,
      },
      {
        database,
        measure: 'CPU in an hour',
        ours: `${short(ours.cpuSeconds / hours)} s`,
        against: `${short(lists.cpuSeconds / listHours)} s`,
        ratio: percent(cpuShare),
        target: `≤ ${percent(maxCpu)}`,
        met: cpuShare <= maxCpu,
      },
      {
        database,
        measure: 'p99 age',
        ours: milliseconds(age),
        target: `≤ ${milliseconds(maxAgeMs)}`,
        met: age <= maxAgeMs,
      },
      {
        database,
        measure: 'requests per cluster and minute; open streams per cluster',
        ours: `${perSpokeMinute(ours.requests, oursMs)}; ${short(
          ours.openStreams / clusters,
        )}`,
        against: `${perSpokeMinute(lists.requests, rounds * roundMs)}; 0`,
      },
    ];
  },
};
