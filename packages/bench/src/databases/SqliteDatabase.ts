import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './Database';

/** In files, as a portal has it by default. */
export class SqliteDatabase implements Database {
  static async create(directory: string): Promise<SqliteDatabase> {
    return new SqliteDatabase(await mkdtemp(join(directory, 'sqlite-')));
  }

  private constructor(private readonly directory: string) {}

  get config() {
    return {
      client: 'better-sqlite3',
      connection: { directory: this.directory },
    };
  }

  async stop(): Promise<void> {}
}
