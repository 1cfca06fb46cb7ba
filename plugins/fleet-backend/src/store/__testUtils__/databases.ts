import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';

/** The databases that the store is made for. */
export const databaseNames = ['SQLite', 'PostgreSQL'] as const;

/** One of {@link databaseNames}. */
export type DatabaseName = (typeof databaseNames)[number];

const template = 'fleet';

/**
 * Makes databases without rows for the tests of a file, and takes everything away after them. Those of PostgreSQL have their tables
 * already: to copy one takes a second less than to migrate each.
 */
export function useDatabases(): {
  create(name: DatabaseName): Promise<Knex>;
} {
  const opened: Knex[] = [];
  const directories: string[] = [];
  let created = 0;
  let server: Promise<{ process: ChildProcess; port: number }> | undefined;

  // The first PostgreSQL of a run is slow to come up on a busy machine.
  jest.setTimeout(60_000);

  afterAll(async () => {
    await Promise.all(opened.map(database => database.destroy()));
    await Promise.all(
      directories.map(directory => rm(directory, { recursive: true })),
    );
    if (server) {
      const { process: child } = await server;
      child.stdin?.end();
      await once(child, 'exit');
    }
  });

  async function createSqlite(): Promise<Knex> {
    const directory = await mkdtemp(path.join(tmpdir(), 'fleet-sqlite-'));
    directories.push(directory);
    return knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path.join(directory, 'fleet.sqlite') },
      useNullAsDefault: true,
    });
  }

  async function createPostgres(): Promise<Knex> {
    server ??= startMigrated();
    const { port } = await server;
    created += 1;
    const name = `fleet_${created}`;
    const admin = connectPostgres(port, 'postgres');
    await admin.raw('create database ?? template ??', [name, template]);
    await admin.destroy();
    return connectPostgres(port, name);
  }

  return {
    async create(name) {
      const database =
        name === 'SQLite' ? await createSqlite() : await createPostgres();
      opened.push(database);
      return database;
    },
  };
}

function connectPostgres(port: number, database: string): Knex {
  return knexFactory({
    client: 'pg',
    connection: {
      host: '127.0.0.1',
      port,
      database,
      user: 'postgres',
      password: 'password',
    },
  });
}

async function startMigrated() {
  const server = await startPostgres();
  const admin = connectPostgres(server.port, 'postgres');
  await admin.raw('create database ??', [template]);
  await admin.destroy();
  const database = connectPostgres(server.port, template);
  await database.migrate.latest({
    directory: resolvePackagePath(
      '@fleetcommander/backstage-plugin-fleet-backend',
      'migrations',
    ),
  });
  await database.destroy();
  return server;
}

async function startPostgres() {
  const child = spawn(
    process.execPath,
    [path.join(__dirname, 'postgres.mjs')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [port] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`PostgreSQL did not start: exit code ${code}`);
    }),
  ]);
  return { process: child, port: Number(port) };
}
