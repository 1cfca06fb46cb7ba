import type { Knex } from 'knex';
import type { FreezeFile } from '../FleetPromotionStore';

/** The files of freezes, as Git had them last. */
export async function freezeFiles(
  database: Knex,
  path: string,
): Promise<FreezeFile[]> {
  const rows: {
    repository: string;
    branch: string;
    problem: string | null;
    freezes: string | null;
    freezes_sha: string | null;
    freezes_revision: string | null;
    freezes_author: string | null;
    freezes_at: string | null;
  }[] = await database('promotion_branches')
    .whereNotNull('freezes_sha')
    .orderBy(['repository', 'branch']);
  return rows.map(row => ({
    repository: row.repository,
    branch: row.branch,
    path,
    text: row.freezes ?? undefined,
    problem: row.problem ?? undefined,
    revision: row.freezes_revision ?? undefined,
    author: row.freezes_author ?? undefined,
    at: row.freezes_at ?? undefined,
  }));
}
