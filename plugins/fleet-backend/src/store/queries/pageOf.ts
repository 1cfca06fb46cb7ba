import { InputError } from '@backstage/errors';
import type { ListQuery } from '../FleetQueryStore';

const usualPage = 50;

/** A page of a list that is short enough to be sorted where it is shown. Throws InputError for a cursor that is broken. */
export function pageOf<T>(
  items: readonly T[],
  { limit = usualPage, cursor }: Pick<ListQuery, 'limit' | 'cursor'>,
): { items: T[]; totalItems: number; pageInfo: { nextCursor?: string } } {
  const start = Number(cursor ?? 0);
  if (!Number.isInteger(start) || start < 0) {
    throw new InputError(
      'The cursor is broken: pass pageInfo.nextCursor of the page before as it is, or none',
    );
  }
  const end = start + limit;
  return {
    items: items.slice(start, end),
    totalItems: items.length,
    pageInfo: end < items.length ? { nextCursor: String(end) } : {},
  };
}
