import type { Knex } from 'knex';

/** Values a column can have. */
type Value = string | number | boolean | undefined;

/** PostgreSQL takes at most 65,535 bindings in a statement. */
const mostBindings = 60_000;

/** A connection of better-sqlite3. */
interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
}

interface SqliteStatement {
  run(values: unknown[]): void;
}

/** Preparing a statement takes longer than running it, and there are few of them. */
const prepared = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();

function prepare(connection: SqliteConnection, sql: string): SqliteStatement {
  const known = prepared.get(connection) ?? new Map<string, SqliteStatement>();
  prepared.set(connection, known);
  const found = known.get(sql) ?? connection.prepare(sql);
  known.set(sql, found);
  return found;
}

/**
 * Runs a statement for many rows. SQLite, which is in the process, is fastest with one that is prepared once and run for each row;
 * PostgreSQL, to which each statement is a journey, with one that takes many rows.
 */
async function runForRows<T extends object>(
  trx: Knex,
  rows: readonly T[],
  columns: readonly (keyof T)[],
  statement: (values: string) => string,
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const placeholders = `(${columns.map(() => '?').join(', ')})`;
  const valuesOf = (row: T) =>
    columns.map(column => (row[column] as Value) ?? null);
  if (trx.client.config.client === 'pg') {
    const size = Math.floor(mostBindings / columns.length);
    for (let start = 0; start < rows.length; start += size) {
      const batch = rows.slice(start, start + size);
      await trx.raw(
        statement(batch.map(() => placeholders).join(', ')),
        batch.flatMap(valuesOf),
      );
    }
    return;
  }
  const connection: SqliteConnection = await trx.client.acquireConnection();
  try {
    const forOne = prepare(connection, statement(placeholders));
    for (const row of rows) {
      forOne.run(
        valuesOf(row).map(value =>
          typeof value === 'boolean' ? Number(value) : value,
        ),
      );
    }
  } finally {
    await trx.client.releaseConnection(connection);
  }
}

/** Inserts rows, and updates those that are there, by their key. */
export async function upsert<T extends object>(
  trx: Knex,
  table: string,
  rows: readonly T[],
  options: {
    columns: readonly (keyof T & string)[];
    key: readonly (keyof T & string)[];
  },
): Promise<void> {
  const { columns, key } = options;
  const names = columns.map(column => `"${column}"`);
  const updates = columns
    .filter(column => !key.includes(column))
    .map(column => `"${column}" = excluded."${column}"`);
  const resolution =
    updates.length > 0 ? `update set ${updates.join(', ')}` : 'nothing';
  await runForRows(
    trx,
    rows,
    columns,
    values =>
      `insert into ${table} (${names.join(
        ', ',
      )}) values ${values} on conflict (${key.join(', ')}) do ${resolution}`,
  );
}

/** Updates text columns of rows that are there, by their id. */
export async function updateById<T extends { id: string }>(
  trx: Knex,
  table: string,
  rows: readonly T[],
  columns: readonly (keyof T & string)[],
): Promise<void> {
  // Both databases call the columns of VALUES column1, column2, …
  const updates = columns.map((name, i) => `"${name}" = v.column${i + 2}`);
  await runForRows(
    trx,
    rows,
    ['id', ...columns],
    values =>
      `update ${table} set ${updates.join(
        ', ',
      )} from (values ${values}) as v where ${table}.id = v.column1`,
  );
}

/** Cuts a list into pieces that a statement can name. */
export function* chunks<T>(items: readonly T[]): Iterable<T[]> {
  for (let start = 0; start < items.length; start += 5_000) {
    yield items.slice(start, start + 5_000);
  }
}
