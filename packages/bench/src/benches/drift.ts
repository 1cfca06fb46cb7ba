import type { Bench, BenchContext, Row } from '../Bench';
import { detectionCost } from '../drift/detectionCost';
import { makeApplications } from '../drift/makeApplications';
import { makeDeliveries } from '../drift/makeDeliveries';
import { makeOverrides } from '../drift/makeOverrides';
import { score } from '../drift/score';
import { scoreRows } from '../drift/scoreRows';
import { milliseconds, short, times } from '../measure/format';

const timesEach = 30;
const maxRatio = 0.05;

/** How much of drift is found, and how much of what is found is drift. */
export const drift: Bench = {
  name: 'drift',
  title: 'Drift',
  method: `Changes of which it is known what they are: drift of every kind, and what only looks like it, each ${timesEach} times with
random parts. Overrides are made on a simulated API server by the clients that make them in life; the other kinds are objects of the
engines as they follow one another. Recall is how much of the drift is found, with the right path and client; precision is how much of
what is found is true. What is missed, or found and not true, stands beside it. The cost is that of detection alone, without
reading clusters and writing records, after somebody edited one Deployment on each cluster, the same on all; against that after
somebody edited all of them. Applications, objects and the delivery keys that they share are judged.`,
  async run(context) {
    const cost = await costOf(context);
    if (context.database !== 'SQLite') {
      return [cost]; // No database has a part in the rest.
    }
    const changes = [
      ...(await makeOverrides(context.scope, timesEach)),
      ...makeApplications(timesEach),
      ...makeDeliveries(timesEach),
    ];
    return [cost, ...scoreRows(score(changes), context)];
  },
};

async function costOf(context: BenchContext): Promise<Row> {
  const { database, clusters = 500, log } = context;
  const { changed, full } = await detectionCost({ ...context, clusters });
  const ratio = changed.ms / full.ms;
  log(
    `${changed.found} drifts of ${full.found} in ${short(ratio)} of the time`,
  );
  return {
    database,
    measure: `detection after 1 % of 100 applications on each of ${clusters} clusters changed, against all`,
    ours: milliseconds(changed.ms),
    against: milliseconds(full.ms),
    ratio: times(ratio),
    target: `≤ ${times(maxRatio)}`,
    met: ratio <= maxRatio,
  };
}
