import type { Knex } from 'knex';

/** What branches stood for when they were read last, by `REPOSITORY BRANCH`. */
export async function readHeads(database: Knex): Promise<Map<string, string>> {
  const rows: { repository: string; branch: string; head: string | null }[] =
    await database('promotion_branches').select('repository', 'branch', 'head');
  return new Map(
    rows.flatMap(({ repository, branch, head }): [string, string][] =>
      head ? [[`${repository} ${branch}`, head]] : [],
    ),
  );
}
