import type { Bench } from '../Bench';
import { createDatabase } from '../databases/Database';
import { Lister } from '../fleet/Lister';
import { Portal } from '../fleet/Portal';
import { Simulator } from '../fleet/Simulator';
import { watchCost } from '../fleet/watchCost';
import { bytes, percent } from '../measure/format';
import { until } from '../measure/until';
import { reportLists } from '../policy/reportLists';
import { failingOf, mendedOf, type ReportsSize } from '../policy/ReportsSize';
import { whenResultsRead } from '../policy/whenResultsRead';

const size: ReportsSize = { reports: 5_000, results: 9, oneFailsIn: 20 };
const share = 0.001;
const maxRatio = 0.02;

/** What a round costs in which few reports changed. */
export const policyChanges: Bench = {
  name: 'policyChanges',
  title: 'Changes of policy reports',
  method: `Clusters as in the bench before. In one report in a thousand nothing fails any more, on every cluster, and every cluster is asked
to be polled: all that is then sent, until the API answers what changed, against a list of all reports with gzip. Bytes are those on
the sockets of the clusters, headers included, in both directions. An API server does not compress what is watched.`,
  async run(context) {
    const { database, directory, clusters = 100, log, scope } = context;
    const simulator = scope.add(
      await Simulator.start({
        directory,
        spokes: clusters,
        reports: size,
        still: true,
      }),
    );
    const { spokes } = simulator;
    const portal = scope.add(
      await Portal.start({
        directory,
        plugin: 'fleet',
        database: scope.add(await createDatabase(database, directory)),
        spokes,
      }),
    );
    const { client } = portal;
    await whenResultsRead(portal, {
      clusters,
      results: clusters * failingOf(size),
    });
    const mended = clusters * mendedOf(size, share);
    const ended = async () => {
      const filter = ['state=ended'];
      return (await client.policies.results({ filter, limit: 1 })).totalItems;
    };
    const refresh = async () => {
      await Promise.all(spokes.map(({ name }) => client.refreshCluster(name)));
    };
    const idle = await watchCost({ simulator, process: portal }, refresh);
    const round = await watchCost({ simulator, process: portal }, async () => {
      await simulator.mendReports(share);
      await refresh();
      await until(
        'What changed',
        { everyMs: 250, timeoutMs: 10 * 60_000 },
        async () => ((await ended()) === mended ? true : undefined),
      );
    });
    log(`${bytes(round.bytes)} in the round, ${mended} results ended`);
    await portal.stop();

    const lister = scope.add(Lister.start(directory));
    const lists = await watchCost({ simulator, process: lister }, async () => {
      await lister.listAll(spokes, reportLists);
    });
    const ratio = round.bytes / lists.bytes;
    return [
      {
        database,
        measure: `bytes of a round in which ${percent(share)} of ${
          clusters * size.reports
        } reports changed`,
        ours: `${bytes(round.bytes)}, ${bytes(
          idle.bytes,
        )} where nothing changed`,
        against: bytes(lists.bytes),
        ratio: percent(ratio),
        target: `≤ ${percent(maxRatio)}`,
        met: ratio <= maxRatio,
      },
    ];
  },
};
