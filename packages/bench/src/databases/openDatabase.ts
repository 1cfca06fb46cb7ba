import knex, { type Knex } from 'knex';
import type { Scope } from '../measure/Scope';
import { createDatabase, type DatabaseKind } from './Database';

/** A connection to an empty one below the directory, for what is measured without a portal. */
export async function openDatabase(options: {
  database: DatabaseKind;
  directory: string;
  scope: Scope;
}): Promise<Knex> {
  const { database: kind, directory, scope } = options;
  const { config } = scope.add(await createDatabase(kind, directory));
  const { client, connection } = config as {
    client: string;
    connection: Knex.PgConnectionConfig & { directory?: string };
  };
  return knex({
    client,
    useNullAsDefault: true,
    connection: connection.directory
      ? { filename: `${connection.directory}/fleet.sqlite` }
      : // Portals make databases of their own; this one is always there.
        { ...connection, database: 'postgres' },
  });
}
