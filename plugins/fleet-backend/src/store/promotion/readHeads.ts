import type { Knex } from 'knex';
import type { BranchHead } from '../../promotion/BranchHead';
import { groupBy } from '../sql/groupBy';

/** For how long it is remembered that a branch stood for a commit: until the slowest cluster has applied it, or a later one. */
const keptMs = 24 * 60 * 60_000;

interface Place {
  repository: string;
  branch: string;
}

/** What branches stood for when they were read last, by `REPOSITORY BRANCH`. */
export async function readHeads(
  database: Knex,
): Promise<Map<string, BranchHead>> {
  const rows: (Place & { head: string | null })[] = await database(
    'promotion_branches',
  ).select('repository', 'branch', 'head');
  const seen = groupBy<Place & { head: string; seen_at: string }, string>(
    await database('promotion_heads'),
    keyOf,
  );
  return new Map(
    rows.flatMap((row): [string, BranchHead][] =>
      row.head
        ? [
            [
              keyOf(row),
              {
                head: row.head,
                seenAt: new Map(
                  (seen.get(keyOf(row)) ?? []).map(item => [
                    item.head,
                    item.seen_at,
                  ]),
                ),
              },
            ],
          ]
        : [],
    ),
  );
}

/** Keeps that a branch stands for a commit, and forgets what it stood for long ago. */
export async function writeHead(
  trx: Knex,
  place: Place,
  head: string,
  at: Date,
): Promise<void> {
  await trx('promotion_heads')
    .insert({ ...place, head, seen_at: at.toISOString() })
    .onConflict(['repository', 'branch', 'head'])
    .merge();
  await trx('promotion_heads')
    .where(place)
    .where('seen_at', '<', new Date(at.getTime() - keptMs).toISOString())
    .delete();
}

function keyOf({ repository, branch }: Place): string {
  return `${repository} ${branch}`;
}
