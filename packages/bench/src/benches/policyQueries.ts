import type { Bench } from '../Bench';
import { openDatabase } from '../databases/openDatabase';
import { milliseconds, times } from '../measure/format';
import { percentile } from '../measure/percentile';
import { fillPolicyStore } from '../policy/fillPolicyStore';
import { coverageByHand, postureByHand } from '../policy/handWritten';

const size = { policies: 500, results: 500 };
const access = { clusters: true, applications: true, claims: true } as const;
const window = { rows: 50, columns: 50 };
const rounds = 15;
const maxRatio = 2;

/** What the store adds to asking a database how a fleet stands. */
export const policyQueries: Bench = {
  name: 'policyQueries',
  title: 'Posture and coverage',
  method: `Every cluster has 500 policies and 500 open results, which belong to 20 teams, and a baseline names 20 policies that
production must enforce. The posture by owner and by environment, and a window of ${window.rows} policies and ${window.columns} clusters of the coverage, are asked
of the store, and against it of the database in SQL written for that alone, without permissions, filters and what is said in words.
Both sides take turns; the time is the median of ${rounds}. They have to come to the same number of open results.`,
  async run(context) {
    const { database: kind, clusters = 500, log, scope } = context;
    const database = await openDatabase(context);
    scope.add({ stop: () => database.destroy() });
    const store = await fillPolicyStore(database, { ...size, clusters });
    log(`${clusters} clusters stored`);
    const posture = async (groupBy: 'owner' | 'environment') => {
      const { items } = await store.getPolicyPosture({
        access,
        groupBy,
        limit: 500,
      });
      return items.reduce(
        (all, { open }) =>
          Object.values(open).reduce((sum, count) => sum + count, all),
        0,
      );
    };
    const coverage = async () => {
      const { items } = await store.getPolicyCoverage({
        access,
        limit: window.rows,
        columnOffset: 0,
        columnLimit: window.columns,
      });
      return items
        .flatMap(({ cells }) => cells)
        .reduce((sum, { failing }) => sum + failing, 0);
    };
    const asked = [
      {
        what: 'posture by owner',
        ours: () => posture('owner'),
        theirs: () => postureByHand(database, 'owner'),
      },
      {
        what: 'posture by environment',
        ours: () => posture('environment'),
        theirs: () => postureByHand(database, 'environment'),
      },
      {
        what: 'coverage',
        ours: coverage,
        theirs: () => coverageByHand(database, window),
      },
    ];
    const rows = [];
    for (const { what, ours, theirs } of asked) {
      const our: number[] = [];
      const their: number[] = [];
      while (our.length < rounds) {
        const [mine, byHand] = [
          await timed(ours, our),
          await timed(theirs, their),
        ];
        if (mine !== byHand) {
          throw new Error(`${what} counts ${mine}, and by hand ${byHand}`);
        }
      }
      const [ourMs, theirMs] = [percentile(our, 0.5), percentile(their, 0.5)];
      const ratio = ourMs / theirMs;
      log(`${what}: ${milliseconds(ourMs)} against ${milliseconds(theirMs)}`);
      rows.push({
        database: kind,
        measure: `${what}, ${clusters} clusters with ${
          clusters * size.results
        } open results`,
        ours: milliseconds(ourMs),
        against: milliseconds(theirMs),
        ratio: times(ratio),
        target: `≤ ${times(maxRatio)}`,
        met: ratio <= maxRatio,
      });
    }
    return rows;
  },
};

async function timed<T>(ask: () => Promise<T>, taken: number[]): Promise<T> {
  const started = performance.now();
  const answer = await ask();
  taken.push(performance.now() - started);
  return answer;
}
