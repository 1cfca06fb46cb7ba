import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../Bench';
import type { Labelled } from '../drift/Labelled';
import { score } from '../drift/score';
import { scoreRows } from '../drift/scoreRows';
import { packagePath } from '../paths';

/** What `script/test-cluster` ends with where it could test nothing. */
const unavailable = 75;

/** The same as `drift`, of changes that real clients make to a real cluster. */
export const realClients: Bench = {
  name: 'real-clients',
  title: 'Drift by real clients',
  method: `Changes that \`script/test-cluster\` makes to a real API server, on which Flux's own kustomize-controller applies a Git
repository: by kubectl, by commits, and by what stands for autoscalers, operators and injectors. What the ledger says of each in the
end is compared with what it is, as above.`,
  async run({ database, directory, log }) {
    if (database !== 'SQLite') {
      return []; // The tests have none other.
    }
    const file = join(directory, 'labelled.jsonl');
    const tests = spawn(
      packagePath('../../script/test-cluster'),
      ['realFlux', 'realClients'],
      {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, FLEET_TEST_LABELLED: file },
      },
    );
    const [code] = await once(tests, 'close');
    if (code === unavailable) {
      return [];
    }
    // A test that fails is a miss, and counts.
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    const changes = lines.map((line): Labelled => JSON.parse(line));
    return scoreRows(score(changes), { database, log });
  },
};
