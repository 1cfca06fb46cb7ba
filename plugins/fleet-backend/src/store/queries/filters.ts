import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Filter } from '../FleetQueryStore';

/** Narrows a query to what has one of the values. */
export type FilterKey = (
  query: Knex.QueryBuilder,
  values: readonly string[],
) => void;

/** What a list can be filtered by. A key that ends with `.` takes anything behind it, such as `label.team`. */
export type FilterKeys = Readonly<
  Record<
    string,
    (query: Knex.QueryBuilder, values: readonly string[], rest: string) => void
  >
>;

/** Narrows a query. Throws InputError naming a key that is not known. */
export function applyFilter(
  query: Knex.QueryBuilder,
  filter: Filter | undefined,
  keys: FilterKeys,
): void {
  if (!filter || filter.length === 0) {
    return;
  }
  query.where(alternatives => {
    for (const conjunction of filter) {
      alternatives.orWhere(all => {
        all.whereRaw('1 = 1');
        for (const [key, values] of Object.entries(conjunction)) {
          const known = findKey(key, keys);
          keys[known](all, values, key.slice(known.length));
        }
      });
    }
  });
}

function findKey(key: string, keys: FilterKeys): string {
  const known = Object.keys(keys).find(candidate =>
    candidate.endsWith('.')
      ? key.startsWith(candidate) && key.length > candidate.length
      : key === candidate,
  );
  if (!known) {
    throw new InputError(
      `There is no filter ${JSON.stringify(key)}. Known are ${Object.keys(keys)
        .map(name => (name.endsWith('.') ? `${name}<key>` : name))
        .join(', ')}.`,
    );
  }
  return known;
}

/** The filter without one of its keys. */
export function withoutKey(
  filter: Filter | undefined,
  key: string,
): Filter | undefined {
  return filter?.map(({ [key]: _, ...rest }) => rest);
}

/** What has one of the values in a column. */
export function column(name: string): FilterKey {
  return (query, values) => query.whereIn(name, [...values]);
}

/** What has one of the refs, whatever their case. */
export function refColumn(name: string): FilterKey {
  return (query, values) =>
    query.whereIn(
      name,
      values.map(ref => ref.toLocaleLowerCase('en-US')),
    );
}

/** `true` or `false`. Throws InputError on anything else. */
export function flag(name: string): FilterKey {
  return (query, values) => {
    for (const value of values) {
      if (value !== 'true' && value !== 'false') {
        throw new InputError(
          `Filter ${name} is true or false, not ${JSON.stringify(value)}`,
        );
      }
    }
    query.whereIn(
      name,
      values.map(value => value === 'true'),
    );
  };
}

/** What contains the text, whatever its case. The expression is in lower case already. */
export function whereContains(
  query: Knex.QueryBuilder,
  expression: string,
  text: string,
): void {
  const escaped = text.toLowerCase().replace(/[\\%_]/g, '\\$&');
  query.whereRaw(`${expression} like ? escape '\\'`, [`%${escaped}%`]);
}

/** One of some words, each of which narrows in its way. Throws InputError on any other. */
export function choice(
  name: string,
  ways: Readonly<
    Record<string, (query: Knex.QueryBuilder) => Knex.QueryBuilder>
  >,
): FilterKey {
  return (query, values) => {
    query.where(either => {
      for (const value of values) {
        if (!Object.hasOwn(ways, value)) {
          throw new InputError(
            `Filter ${name} is ${Object.keys(ways).join(
              ' or ',
            )}, not ${JSON.stringify(value)}`,
          );
        }
        either.orWhere(way => {
          ways[value](way);
        });
      }
    });
  };
}

/** What is not before one of the times. Throws InputError on what is no time. */
export function notBefore(name: string, columnName: string): FilterKey {
  return (query, values) => {
    query.where(either => {
      for (const value of values) {
        const time = new Date(value);
        if (Number.isNaN(time.getTime())) {
          throw new InputError(
            `Filter ${name} is a time such as 2026-11-20T10:00:00Z, not ${JSON.stringify(
              value,
            )}`,
          );
        }
        either.orWhere(columnName, '>=', time.toISOString());
      }
    });
  };
}

/** What is on a cluster with one of the values, by a column that names a cluster. */
export function ofCluster(
  clusterColumn: string,
  name: 'environment' | 'region',
): FilterKey {
  return (query, values) =>
    query.whereIn(clusterColumn, clusters =>
      clusters
        .from('clusters')
        .whereIn(name, [...values])
        .select('name'),
    );
}

/** What has one of the values in a column that has only these. Throws InputError on any other. */
export function oneOf(
  name: string,
  columnName: string,
  known: readonly string[],
): FilterKey {
  return (query, values) => {
    for (const value of values) {
      if (!known.includes(value)) {
        throw new InputError(
          `Filter ${name} is one of ${known.join(', ')}, not ${JSON.stringify(
            value,
          )}`,
        );
      }
    }
    query.whereIn(columnName, [...values]);
  };
}
