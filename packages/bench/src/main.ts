import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './Bench';
import { browser } from './benches/browser';
import { claimTree } from './benches/claimTree';
import { drift } from './benches/drift';
import { entityView } from './benches/entityView';
import { firstSync } from './benches/firstSync';
import { policyChanges } from './benches/policyChanges';
import { policyQueries } from './benches/policyQueries';
import { policySync } from './benches/policySync';
import { promotionDifference } from './benches/promotionDifference';
import { promotionTab } from './benches/promotionTab';
import { realClients } from './benches/realClients';
import { scale } from './benches/scale';
import { silent } from './benches/silent';
import { steady } from './benches/steady';
import { databaseKinds, type DatabaseKind } from './databases/Database';
import { Scope } from './measure/Scope';
import { Results } from './report/Results';
import { renderTable } from './report/renderTable';
import { writeBenchmarks } from './report/writeBenchmarks';

const benches: Bench[] = [
  entityView,
  firstSync,
  steady,
  scale,
  silent,
  browser,
  drift,
  realClients,
  policySync,
  policyQueries,
  policyChanges,
  claimTree,
  promotionDifference,
  promotionTab,
];

const help = `Measures Fleet Commander against what else there is, and prints the table.

  --only NAME,…      of ${benches.map(({ name }) => name).join(', ')}
  --database NAME,…  of ${databaseKinds.join(', ')}
  --clusters N       instead of each bench's own number; such results are not written
  --profile DIR      leave CPU profiles of the portal there; such results are not written
  --help             this text

docs/benchmarks.md gets the results of the benches that ran; those of others stay.
`;

function choose<T extends string>(
  option: string,
  text: string | undefined,
  known: readonly T[],
): T[] {
  return (text?.split(',') ?? known).map(name => {
    const found = known.find(
      candidate => candidate.toLowerCase() === name.trim().toLowerCase(),
    );
    if (!found) {
      throw new Error(
        `${option} knows no "${name}"; there are ${known.join(', ')}`,
      );
    }
    return found;
  });
}

function readClusters(text: string | undefined): number | undefined {
  if (text !== undefined && !/^[1-9]\d*$/.test(text)) {
    throw new Error(`--clusters has to be a whole number, and is "${text}"`);
  }
  return text === undefined ? undefined : Number(text);
}

function log(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function runOne(
  bench: Bench,
  database: DatabaseKind,
  options: { clusters?: number; profile?: string },
) {
  const directory = await mkdtemp(join(tmpdir(), 'fleet-bench-'));
  const scope = new Scope();
  try {
    log(`${bench.title}, ${database}`);
    return await bench.run({
      ...options,
      database,
      directory,
      scope,
      log: text => log(`  ${text}`),
    });
  } finally {
    await scope.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      database: { type: 'string' },
      clusters: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const names = choose(
    '--only',
    values.only,
    benches.map(({ name }) => name),
  );
  const databases = choose('--database', values.database, databaseKinds);
  const clusters = readClusters(values.clusters);
  const profile = values.profile && resolve(values.profile);
  const results = await Results.read();
  for (const bench of benches.filter(({ name }) => names.includes(name))) {
    for (const database of databases) {
      results.put(bench, await runOne(bench, database, { clusters, profile }));
    }
  }
  process.stdout.write(`${renderTable(benches, results)}\n`);
  if (clusters === undefined && profile === undefined) {
    await results.save();
    await writeBenchmarks(benches, results);
  }
}

main().catch(error => {
  log(error instanceof Error ? String(error.stack) : String(error));
  process.exit(1);
});
