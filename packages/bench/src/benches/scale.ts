import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, BenchContext } from '../Bench';
import { smallSize } from '../fleet/clusterSizes';
import { startSyncedFleet } from '../fleet/startSyncedFleet';
import { watchCost } from '../fleet/watchCost';
import { bytes, milliseconds, times } from '../measure/format';
import { Scope } from '../measure/Scope';

const settleMs = 90_000;
const measureMs = 2 * 60_000;
const maxRatio = 1.2;

interface Step {
  spokes: number;
  /** Per cluster and minute. */
  cpuMs: number;
  heapBytes: number;
}

/** What a cluster costs in fleets of different sizes. */
export const scale: Bench = {
  name: 'scale',
  title: 'Growing fleet',
  method: `Three fleets, each from nothing, of clusters with 5 Kustomizations, a HelmRelease, 5 Applications and 10 Deployments, so that
2,000 of them fit on one machine. CPU is that of two minutes of steady state, a minute and a half after the first sync. Memory is
what the heap holds after a garbage collection, per cluster that came on top of the smaller fleet: what Backstage itself takes is
in all of them. The ratio is to the next smaller fleet.`,
  async run(context) {
    const largest = context.clusters ?? 2_000;
    const steps: Step[] = [];
    for (const share of [20, 4, 1]) {
      steps.push(await measure(context, Math.ceil(largest / share)));
    }
    const [small, middle, large] = steps;
    const { database } = context;
    return [
      ...[
        [small, middle],
        [middle, large],
      ].map(([before, after]) =>
        compare({
          database,
          measure: `CPU per cluster and minute, ${before.spokes} → ${after.spokes} clusters`,
          costs: [before.cpuMs, after.cpuMs],
          write: milliseconds,
        }),
      ),
      compare({
        database,
        measure: `memory per cluster, ${small.spokes} → ${middle.spokes} → ${large.spokes} clusters`,
        costs: [growth(small, middle), growth(middle, large)],
        write: bytes,
      }),
    ];
  },
};

async function measure(context: BenchContext, spokes: number): Promise<Step> {
  const directory = join(context.directory, String(spokes));
  await mkdir(directory);
  const scope = new Scope();
  try {
    const { simulator, portal } = await startSyncedFleet(
      { ...context, directory, scope },
      { spokes, size: smallSize },
    );
    await sleep(settleMs);
    const { cpuSeconds } = await watchCost({ simulator, process: portal }, () =>
      sleep(measureMs),
    );
    const cpuMs = (cpuSeconds * 60_000_000) / measureMs / spokes;
    const { heapBytes } = await portal.usage();
    context.log(`${milliseconds(cpuMs)} CPU each, ${bytes(heapBytes)} heap`);
    return { spokes, cpuMs, heapBytes };
  } finally {
    await scope.stop();
  }
}

function growth(before: Step, after: Step): number {
  return (after.heapBytes - before.heapBytes) / (after.spokes - before.spokes);
}

function compare(options: {
  database: BenchContext['database'];
  measure: string;
  costs: [number, number];
  write: (cost: number) => string;
}) {
  const { database, measure: what, costs, write } = options;
  const [before, after] = costs;
  const ratio = after / before;
  return {
    database,
    measure: what,
    ours: write(after),
    against: write(before),
    ratio: times(ratio),
    target: `≤ ${times(maxRatio)}`,
    met: ratio <= maxRatio,
  };
}
