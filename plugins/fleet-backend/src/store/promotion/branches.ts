import type { ClusterProblem } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { sourceKey } from '../../ownership/sourceKey';
import { contentOf } from '../../promotion/contentOf';
import type {
  BranchNews,
  BranchState,
  ReadOverlay,
} from '../../promotion/git/BranchReading';
import { overlayId, pipelineId } from '../../promotion/pipelineId';
import {
  promotionOverlayColumns,
  type PromotionOverlayRow,
} from '../rows/PromotionOverlayRow';
import { chunks, upsert } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { freezeChanged } from './freezeChanged';
import { writeHead } from './readHeads';

/** How far the branches of a repository have been read. */
export async function readBranches(
  database: Knex,
  repository: string,
): Promise<BranchState[]> {
  const rows: {
    branch: string;
    head: string | null;
    complete: boolean | number;
    freezes_sha: string | null;
  }[] = await database('promotion_branches').where({ repository });
  const overlays: Pick<PromotionOverlayRow, 'branch' | 'path' | 'inputs'>[] =
    await database('promotion_overlays')
      .where({ repository })
      .select('branch', 'path', 'inputs');
  const byBranch = groupBy(overlays, ({ branch }) => branch);
  return rows.map(({ branch, head, complete, freezes_sha: freezesSha }) => ({
    branch,
    head: head ?? undefined,
    complete: Boolean(complete),
    freezesSha: freezesSha ?? undefined,
    overlays: new Map(
      (byBranch.get(branch) ?? []).map(({ path, inputs }) => [
        path,
        JSON.parse(inputs),
      ]),
    ),
  }));
}

/** Keeps what a branch was found to say, all or nothing. */
export async function writeBranch(
  database: Knex,
  place: { repository: string; branch: string },
  news: BranchNews | undefined,
  at: Date,
): Promise<void> {
  const answered = {
    read_at: at.toISOString(),
    problem: news?.problem ?? null,
    problem_since: news?.problem ? at.toISOString() : null,
  };
  if (!news) {
    await database('promotion_branches')
      .where(place)
      .update({ read_at: answered.read_at });
    return;
  }
  const { head, complete, freezes } = news;
  await database.transaction(async trx => {
    await writeOverlays(trx, place, news, at);
    await writeHead(trx, place, head, at);
    const row = {
      ...answered,
      head,
      complete,
      ...(freezes && {
        // PostgreSQL refuses NUL.
        freezes: freezes.text?.replaceAll('\0', '\ufffd') ?? null,
        freezes_sha: freezes.sha,
        freezes_revision: freezes.change?.revision ?? null,
        freezes_author: freezes.change?.by ?? null,
        freezes_at: freezes.change?.at ?? null,
      }),
    };
    await trx('promotion_branches')
      .insert({ ...place, ...row })
      .onConflict(['repository', 'branch'])
      .merge(row);
    if (freezes) {
      await freezeChanged(trx, place.repository, freezes);
    }
  });
}

/** Keeps why a branch gives no answer. */
export async function failBranch(
  database: Knex,
  place: { repository: string; branch: string },
  message: string,
  at: Date,
): Promise<void> {
  const before: { problem: string | null; problem_since: string } | undefined =
    await database('promotion_branches').where(place).first();
  const row = {
    problem: message,
    problem_since: before?.problem ? before.problem_since : at.toISOString(),
  };
  await database('promotion_branches')
    .insert({ ...place, complete: false, ...row })
    .onConflict(['repository', 'branch'])
    .merge(row);
}

/** Forgets what the others have of overlays; what was promoted there stays until it is too long ago. */
export async function keepRepositories(
  database: Knex,
  urls: readonly string[],
): Promise<void> {
  await database.transaction(async trx => {
    for (const table of [
      'promotion_overlays',
      'promotion_applications',
      'promotion_branches',
      'promotion_heads',
    ]) {
      await trx(table)
        .whereNotIn('repository', [...urls])
        .delete();
    }
  });
}

/** What keeps branches from being read, and what to do. */
export async function branchProblems(
  database: Knex,
): Promise<ClusterProblem[]> {
  const rows: {
    repository: string;
    branch: string;
    problem: string;
    problem_since: string;
  }[] = await database('promotion_branches')
    .whereNotNull('problem')
    .orderBy(['repository', 'branch']);
  return rows.map(({ repository, branch, problem, problem_since: since }) => ({
    key: `fleet.git.repositories: ${repository} ${branch}`,
    message: `overlays are as they were at ${since}: ${problem}`,
  }));
}

async function writeOverlays(
  trx: Knex.Transaction,
  { repository, branch }: { repository: string; branch: string },
  { read, folders }: BranchNews,
  at: Date,
): Promise<void> {
  const present: Pick<
    PromotionOverlayRow,
    'id' | 'path' | 'content' | 'content_since'
  >[] = await trx('promotion_overlays')
    .where({ repository, branch })
    .select('id', 'path', 'content', 'content_since');
  const wasRead: object | undefined = await trx('promotion_branches')
    .where({ repository, branch, complete: true })
    .first('branch');
  const before = new Map(present.map(row => [row.id, row]));
  // Those of overlays that a later turn reads come with them: without any, one would be forgotten again.
  const applications = new Set(read.map(({ application }) => application));
  await upsert(
    trx,
    'promotion_applications',
    [...applications].map(application => ({
      id: pipelineId(repository, application),
      repository,
      application,
      search: application.toLowerCase(),
    })),
    {
      columns: ['id', 'repository', 'application', 'search'],
      key: ['id'],
    },
  );
  await upsert(
    trx,
    'promotion_overlays',
    read.map(overlay => {
      const row = toRow(overlay, { repository, branch });
      const known = before.get(row.id);
      // A turn leaves of a wide change what the next one reads: the branch is not complete in between.
      const earliest = wasRead || known ? at.toISOString() : undefined;
      return { ...row, content_since: contentSince(row, known, earliest) };
    }),
    { columns: promotionOverlayColumns, key: ['id'] },
  );
  const kept = new Set(folders.map(({ path }) => path));
  const gone = present.filter(({ path }) => !kept.has(path));
  for (const some of chunks(gone)) {
    await trx('promotion_overlays')
      .whereIn(
        'id',
        some.map(({ id }) => id),
      )
      .delete();
  }
}

/**
 * A commit may be older than its merge, and its author writes what date they like: what a branch did not say when it was read before came
 * with this reading. Of what was there at the first, only the commit tells.
 */
function contentSince(
  { content, changed_at: changedAt }: PromotionOverlayRow,
  before: Pick<PromotionOverlayRow, 'content' | 'content_since'> | undefined,
  earliest: string | undefined,
): string | undefined {
  return before?.content === content
    ? before.content_since ?? undefined
    : [earliest, changedAt]
        .flatMap(time => time ?? [])
        .sort()
        .at(-1);
}

function toRow(
  read: ReadOverlay,
  { repository, branch }: { repository: string; branch: string },
): PromotionOverlayRow {
  const { path, application, environment, region, overlay, last } = read;
  return {
    id: overlayId(repository, branch, path),
    application_id: pipelineId(repository, application),
    environment,
    region,
    repository,
    branch,
    path,
    source_key: sourceKey(repository, path) ?? path,
    overlay: overlay && JSON.stringify(overlay),
    content: contentOf(overlay),
    inputs: JSON.stringify(read.inputs),
    proofs: JSON.stringify(read.proofs),
    problem: read.problem?.replaceAll('\0', '\ufffd'),
    revision: last?.revision,
    changed_at: last?.at,
    changed_by: last?.author,
  };
}
