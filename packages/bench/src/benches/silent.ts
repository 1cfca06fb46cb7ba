import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../Bench';
import { smallSize } from '../fleet/clusterSizes';
import { sampleAges } from '../fleet/sampleAges';
import { startSyncedFleet } from '../fleet/startSyncedFleet';
import { milliseconds, times } from '../measure/format';
import { percentile } from '../measure/percentile';

const sampleMs = 2 * 60_000;
const settleMs = 60_000;
const maxRatio = 1.2;

/** What silent clusters do to what is known of the others. */
export const silent: Bench = {
  name: 'silent',
  title: 'Silent clusters',
  method: `First every cluster answers. Then every fifth accepts connections and never answers, and a minute later the rest is looked
at again. The age is the time since a cluster was last read whole; it is looked up for every cluster that answers, every ten
seconds for two minutes.`,
  async run(context) {
    const { database, clusters: spokes = 500 } = context;
    const fleet = await startSyncedFleet(context, { spokes, size: smallSize });
    await sleep(settleMs);
    const before = percentile(await sampleAges(fleet, sampleMs), 0.99);
    await fleet.simulator.silence(
      fleet.simulator.spokes
        .filter((_, index) => index % 5 === 0)
        .map(({ name }) => name),
    );
    await sleep(settleMs);
    const after = percentile(await sampleAges(fleet, sampleMs), 0.99);
    const ratio = after / before;
    return [
      {
        database,
        measure: `p99 age of the healthy of ${spokes} clusters, one in five silent`,
        ours: milliseconds(after),
        against: `${milliseconds(before)} with none silent`,
        ratio: times(ratio),
        target: `≤ ${times(maxRatio)}`,
        met: ratio <= maxRatio,
      },
    ];
  },
};
