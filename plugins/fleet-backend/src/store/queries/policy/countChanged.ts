import type { Knex } from 'knex';
import type { Filter, ListQuery } from '../../FleetQueryStore';
import { grouped, type PostureGroup } from './countOpenResults';
import { whereResult } from './resultFilters';

/** How many results began, and how many ended, of one group. */
export interface ChangedResults {
  group: string | null;
  began: number;
  ended: number;
}

/** Counts the results that began since a time and are still open, and those that ended since. */
export async function countChanged(
  database: Knex,
  query: Pick<ListQuery, 'access' | 'filter' | 'text'>,
  by: PostureGroup,
  since: string,
): Promise<ChangedResults[]> {
  const began = await count(database, query, by, { since: [since] });
  const ended = await count(database, query, by, {
    state: ['ended'],
    endedSince: [since],
  });
  return [
    ...began.map(row => ({ ...row, began: row.count, ended: 0 })),
    ...ended.map(row => ({ ...row, began: 0, ended: row.count })),
  ];
}

async function count(
  database: Knex,
  query: Pick<ListQuery, 'access' | 'filter' | 'text'>,
  by: PostureGroup,
  narrowing: Filter[number],
): Promise<{ group: string | null; count: number }[]> {
  const filter = (query.filter ?? [{}]).map(part => ({
    ...part,
    ...narrowing,
  }));
  const results = database('policy_results').select(
    'policy_results.record_id',
    'policy_results.cluster',
  );
  whereResult(database, results, { ...query, filter });
  const rows: { group: string | null; count: number | string }[] =
    await grouped(
      database,
      database.from(results.as('broken')).count({ count: '*' }),
      by,
    );
  return rows.map(row => ({ group: row.group, count: Number(row.count) }));
}
