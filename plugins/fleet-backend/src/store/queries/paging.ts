import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';

const longestPage = 500;
const usualPage = 50;

/** SQL that a list is ordered by, by the name of the field. It must never come to null. */
export type OrderFields = Readonly<Record<string, string>>;

/** A way to page through a list by where the page before ended, so that what comes and goes meanwhile shifts nothing. */
export interface Paging {
  limit: number;
  /** Orders the query and continues behind the cursor; asks for one more than the limit. Selects `order_value`. */
  apply(query: Knex.QueryBuilder): void;
  /** Cuts what was asked too much. */
  finish<T extends { order_value: unknown; id: string }>(
    rows: readonly T[],
  ): { rows: T[]; pageInfo: { nextCursor?: string } };
}

/** Reads how a list is asked. Throws InputError for an order field that is not known and a cursor that is broken. */
export function pagingOf(
  { orderField, limit = usualPage, cursor }: ListQuery,
  options: {
    fields: OrderFields;
    by: NonNullable<ListQuery['orderField']>;
    id: string;
    /** The expressions are aggregates. */
    grouped?: boolean;
  },
): Paging {
  const { fields, id, grouped } = options;
  const { field, order } = orderField ?? options.by;
  const expression = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!expression) {
    throw new InputError(
      `The list cannot be ordered by ${JSON.stringify(
        field,
      )}. Known are ${Object.keys(fields).join(', ')}.`,
    );
  }
  if (order !== 'asc' && order !== 'desc') {
    throw new InputError(
      `The order is asc or desc, not ${JSON.stringify(order)}`,
    );
  }
  const size = Math.min(Math.max(1, limit), longestPage);
  const after =
    cursor === undefined ? undefined : decode(cursor, `${field},${order}`);
  return {
    limit: size,
    apply(query) {
      query
        .select({ order_value: query.client.raw(expression) })
        .orderByRaw(`${expression} ${order}, ${id} ${order}`)
        .limit(size + 1);
      if (after) {
        const comparison = `(${expression}, ${id}) ${
          order === 'asc' ? '>' : '<'
        } (?, ?)`;
        if (grouped) {
          query.havingRaw(comparison, after);
        } else {
          query.whereRaw(comparison, after);
        }
      }
    },
    finish(rows) {
      const page = rows.slice(0, size);
      const last = page.at(-1);
      return {
        rows: page,
        pageInfo:
          last && rows.length > size
            ? {
                nextCursor: encode(
                  `${field},${order}`,
                  last.order_value,
                  last.id,
                ),
              }
            : {},
      };
    },
  };
}

function encode(order: string, value: unknown, id: string): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url');
}

function decode(cursor: string, order: string): [string | number, string] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parsed = undefined;
  }
  if (
    !Array.isArray(parsed) ||
    (typeof parsed[1] !== 'string' && typeof parsed[1] !== 'number') ||
    typeof parsed[2] !== 'string'
  ) {
    throw new InputError(
      'The cursor is broken: pass pageInfo.nextCursor of the page before as it is, or none',
    );
  }
  if (parsed[0] !== order) {
    throw new InputError(
      `The cursor is of a list ordered by ${parsed[0]}, not ${order}: begin anew without a cursor`,
    );
  }
  return [parsed[1], parsed[2]];
}
