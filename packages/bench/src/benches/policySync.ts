import type { Bench, BenchContext, Row } from '../Bench';
import { createDatabase } from '../databases/Database';
import { Lister } from '../fleet/Lister';
import { Portal } from '../fleet/Portal';
import { Simulator } from '../fleet/Simulator';
import { bytes, milliseconds, times } from '../measure/format';
import { Scope } from '../measure/Scope';
import { until } from '../measure/until';
import type { Usage } from '../measure/usage';
import { reportLists } from '../policy/reportLists';
import { failingOf, type ReportsSize } from '../policy/ReportsSize';
import { whenResultsRead } from '../policy/whenResultsRead';

const fleetSize: ReportsSize = { reports: 5_000, results: 9, oneFailsIn: 20 };
/** The same number fails in both. */
const fewPass: ReportsSize = { reports: 1_000, results: 10, oneFailsIn: 10 };
const manyPass: ReportsSize = { reports: 1_000, results: 91, oneFailsIn: 91 };
const memoryClusters = 10;
const maxRatio = 1.6;
const maxMemoryRatio = 1.1;

/** What it takes to read policy reports, and how much of that goes by what passes. */
export const policySync: Bench = {
  name: 'policySync',
  title: 'Policy reports',
  method: `Every cluster holds 5,000 policy reports with 9 results each, of which one in twenty fails, and nothing else. Ours is the
plugin in a Backstage backend of its own, empty before: the time from the first request for reports until the API answers for the last
cluster. The floor fetches the same pages, ten at a time as ours does, unzips and parses them, and forgets them. Memory is the highest
resident memory of the process after reading ${memoryClusters} clusters with 1,000 reports each, in which one result fails: against 9 that
pass beside it stand 90. The CPU time of both has a row of its own: on one machine the simulated clusters, and whatever else runs, set
the pace.`,
  async run(context) {
    const { database, clusters = 100 } = context;
    const took = await readFleet(context, fleetSize, clusters);
    const few = await readFleet(context, fewPass, memoryClusters);
    const many = await readFleet(context, manyPass, memoryClusters);
    const memory = many.usage.peakMemoryBytes / few.usage.peakMemoryBytes;
    return [
      ...took.rows,
      {
        database,
        measure: 'peak memory of the process in that',
        ours: bytes(took.usage.peakMemoryBytes),
      },
      {
        database,
        measure: 'peak memory of the process, 10 times as many results pass',
        ours: bytes(many.usage.peakMemoryBytes),
        against: bytes(few.usage.peakMemoryBytes),
        ratio: times(memory),
        target: `≤ ${times(maxMemoryRatio)}`,
        met: memory <= maxMemoryRatio,
      },
    ];
  },
};

async function readFleet(
  context: BenchContext,
  size: ReportsSize,
  clusters: number,
): Promise<{ rows: Row[]; usage: Usage }> {
  const { database: kind, directory, log, profile } = context;
  const scope = new Scope();
  try {
    const simulator = scope.add(
      await Simulator.start({
        directory,
        spokes: clusters,
        reports: size,
        still: true,
      }),
    );
    const { spokes } = simulator;
    log(`${clusters} clusters with ${size.reports} reports each simulated`);
    const lister = scope.add(Lister.start(directory));
    const before = await lister.usage();
    const floor = await lister.listAll(spokes, reportLists);
    if (floor.failed > 0) {
      throw new Error(`${floor.failed} lists of the floor failed`);
    }
    const floorCpu = (await lister.usage()).cpuSeconds - before.cpuSeconds;
    await lister.stop();
    log(`the floor took ${milliseconds(floor.milliseconds)}`);

    const seen = (await simulator.traffic()).requests;
    const portal = scope.add(
      await Portal.start({
        directory,
        plugin: 'fleet',
        database: scope.add(await createDatabase(kind, directory)),
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
    await whenResultsRead(portal, {
      clusters,
      results: clusters * failingOf(size),
    });
    const took = performance.now() - begun.at;
    const usage = await portal.usage();
    log(
      `ours took ${milliseconds(took)}, ${bytes(
        usage.peakMemoryBytes,
      )} at most`,
    );
    const cpu = usage.cpuSeconds - begun.usage.cpuSeconds;
    return {
      usage,
      rows: [
        compare({
          database: kind,
          measure: `time to read ${clusters} clusters with ${floor.objects} reports of ${size.results} results`,
          costs: [took, floor.milliseconds],
        }),
        compare({
          database: kind,
          measure: 'CPU time of that',
          costs: [cpu * 1000, floorCpu * 1000],
        }),
      ],
    };
  } finally {
    await scope.stop();
  }
}

function compare(options: {
  database: Row['database'];
  measure: string;
  /** Of ours, and of the floor. */
  costs: [number, number];
}): Row {
  const { costs, ...row } = options;
  const [ours, against] = costs;
  const ratio = ours / against;
  return {
    ...row,
    ours: milliseconds(ours),
    against: milliseconds(against),
    ratio: times(ratio),
    target: `≤ ${times(maxRatio)}`,
    met: ratio <= maxRatio,
  };
}
