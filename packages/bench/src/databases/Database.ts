import { SqliteDatabase } from './SqliteDatabase';
import { PostgresDatabase } from './PostgresDatabase';

/** A database of its own for one portal. */
export interface Database {
  /** `backend.database` of the config. */
  readonly config: object;
  stop(): Promise<void>;
}

export const databaseKinds = ['SQLite', 'PostgreSQL'] as const;

export type DatabaseKind = (typeof databaseKinds)[number];

/** Makes an empty one below the directory. */
export async function createDatabase(
  kind: DatabaseKind,
  directory: string,
): Promise<Database> {
  return kind === 'SQLite'
    ? SqliteDatabase.create(directory)
    : PostgresDatabase.create(directory);
}
