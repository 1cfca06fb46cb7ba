import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { databaseNames, useDatabases } from './__testUtils__/databases';

const directory = resolvePackagePath(
  '@fleetcommander/backstage-plugin-fleet-backend',
  'migrations',
);

describe.each(databaseNames)('the migrations on %s', name => {
  const databases = useDatabases();

  it('go up, down to nothing, and up again', async () => {
    const database = await databases.create(name);

    await database.migrate.latest({ directory });
    const tables = await tablesOf(database);
    expect(tables).toEqual(
      expect.arrayContaining(['applications', 'clusters', 'records']),
    );

    await database.migrate.rollback({ directory }, true);
    expect(await tablesOf(database)).toEqual([]);

    await database.migrate.latest({ directory });
    expect(await tablesOf(database)).toEqual(tables);
  });
});

async function tablesOf(database: Knex): Promise<string[]> {
  const tables: string[] = await (database.client.config.client === 'pg'
    ? database('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
    : database('sqlite_master')
        .where({ type: 'table' })
        .whereNot('name', 'like', 'sqlite_%')
        .pluck('name'));
  return tables.filter(table => !table.startsWith('knex_')).sort();
}
