import type { Bench } from '../Bench';
import { makeApplications } from '../drift/makeApplications';
import { makeDeliveries } from '../drift/makeDeliveries';
import { makeOverrides } from '../drift/makeOverrides';
import { precision, recall, score } from '../drift/score';
import { percent } from '../measure/format';

const timesEach = 30;

/** How much of drift is found, and how much of what is found is drift. */
export const drift: Bench = {
  name: 'drift',
  title: 'Drift',
  method: `Changes of which it is known what they are: drift of every kind, and what only looks like it, each ${timesEach} times with
random parts. Overrides are made on a simulated API server by the clients that make them in life; the other kinds are objects of the
engines as they follow one another. Recall is how much of the drift is found, with the right path and client; precision is how much of
what is found is true. What is missed, or found and not true, stands beside it.`,
  async run({ database, scope, log }) {
    if (database !== 'SQLite') {
      return []; // No database has a part in it.
    }
    const changes = [
      ...(await makeOverrides(scope, timesEach)),
      ...makeApplications(timesEach),
      ...makeDeliveries(timesEach),
    ];
    return score(changes).map(result => {
      const misses = [...result.misses].map(
        ([scenario, count]) => `${scenario} (${count})`,
      );
      misses.forEach(miss => log(`${result.kind}: not as labelled: ${miss}`));
      return {
        database,
        measure: `${result.kind}: recall and precision in ${result.drifts} drifts and ${result.lookAlikes} look-alikes`,
        ours: `${percent(recall(result))}, ${percent(precision(result))}`,
        against: misses.length > 0 ? `misses: ${misses.join('; ')}` : undefined,
      };
    });
  },
};
