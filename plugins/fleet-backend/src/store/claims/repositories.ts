import { GitError } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type {
  FileProblem,
  FoundClaim,
  KnownPullRequest,
  RepositoryNews,
  RepositoryProblem,
  RepositoryState,
} from '../../claims/git/FollowedRepository';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import { claimFileColumns, type ClaimFileRow } from '../rows/ClaimFileRow';
import {
  pullRequestColumns,
  type PullRequestRow,
} from '../rows/PullRequestRow';
import { addEvents } from '../promotion/events';
import { upsert } from '../sql/bulk';
import { claimNodeId } from './claimNodeId';

/** On the branch, and in no pull request. */
const onBranch = 0;

/** How far a repository has been followed. */
export async function readRepository(
  database: Knex,
  url: string,
): Promise<RepositoryState> {
  const row: { head: string | null; complete_at: string | null } | undefined =
    await database('git_repositories')
      .where({ url })
      .first('head', 'complete_at');
  const files: ClaimFileRow[] = await database('claim_files').where({
    repository: url,
  });
  const withClaims = new Set(files.map(({ number }) => number));
  const pullRequests: PullRequestRow[] = await database('pull_requests')
    .where({ repository: url })
    .select(...pullRequestColumns);
  return {
    head: row?.head ?? undefined,
    completeAt: row?.complete_at ?? undefined,
    files: files
      .filter(({ number }) => number === onBranch)
      .map(({ path, change, manifest }) => ({
        path,
        change,
        manifest: JSON.parse(manifest),
      })),
    pullRequests: new Map(
      pullRequests.map(known => [
        known.number,
        {
          state: known.state,
          head: known.head,
          updatedAt: known.updated_at,
          hasClaims: withClaims.has(known.number),
          promotes: known.promotion !== null,
        } satisfies KnownPullRequest,
      ]),
    ),
  };
}

/** Keeps what a repository answered, all or nothing. */
export async function writeRepository(
  database: Knex,
  { url, hub }: Pick<RepositoryConfig, 'url' | 'hub'>,
  { branch, pullRequests, complete }: RepositoryNews,
  at: Date,
): Promise<void> {
  await database.transaction(async trx => {
    const hasClaims =
      (branch?.files?.claims.length ?? 0) > 0 ||
      pullRequests.some(({ claims = [] }) => claims.length > 0) ||
      (await trx('claim_files').where({ repository: url }).first('path'));
    // A repository without claims needs no hub.
    const cluster = hasClaims ? await hubOf(trx, hub) : '';
    const rowsOf = (number: number, claims: readonly FoundClaim[]) => {
      const rows = claims.map(
        ({ path, change, manifest }): ClaimFileRow => ({
          repository: url,
          number,
          path,
          claim_id: claimNodeId(cluster, manifest),
          cluster,
          change,
          manifest: JSON.stringify(manifest),
        }),
      );
      // A file may have an object twice, or in two versions: the last one is applied.
      return [
        ...new Map(
          rows.map(row => [`${row.claim_id} ${row.path}`, row]),
        ).values(),
      ];
    };
    await upsert(
      trx,
      'pull_requests',
      pullRequests.map(
        ({ facts, head, updatedAt, promotion }): PullRequestRow => ({
          repository: url,
          number: facts.number,
          state: facts.state,
          branch: facts.branch,
          head,
          updated_at: updatedAt,
          ended_at: facts.endedAt,
          facts: JSON.stringify(facts),
          promotion: promotion && JSON.stringify(promotion),
        }),
      ),
      { columns: pullRequestColumns, key: ['repository', 'number'] },
    );
    await addEvents(
      trx,
      pullRequests.flatMap(({ events = [] }) => events),
    );
    const read = [
      ...(branch?.files
        ? [{ number: onBranch, claims: branch.files.claims }]
        : []),
      ...pullRequests.flatMap(({ facts: { number }, claims }) =>
        claims ? [{ number, claims }] : [],
      ),
    ];
    for (const { number, claims } of read) {
      await trx('claim_files').where({ repository: url, number }).delete();
      await upsert(trx, 'claim_files', rowsOf(number, claims), {
        columns: claimFileColumns,
        key: ['repository', 'number', 'path', 'claim_id'],
      });
    }
    for (const { facts, problems } of pullRequests) {
      if (problems) {
        await trx('pull_requests')
          .where({ repository: url, number: facts.number })
          .update({ file_problems: problemsColumn(problems) });
      }
    }
    const fileProblems = branch?.files && {
      file_problems: problemsColumn(branch.files.problems),
    };
    const readAt = at.toISOString();
    const asked = {
      ...fileProblems,
      read_at: readAt,
      ...(complete && { complete_at: readAt }),
    };
    await trx('git_repositories')
      .insert({ url, head: branch?.head ?? null, ...asked })
      .onConflict('url')
      .merge({
        ...(branch && { head: branch.head }),
        ...asked,
        problem: null,
        problem_kind: null,
        problem_since: null,
      });
  });
}

/** Keeps why a repository gives no answer. */
export async function failRepository(
  database: Knex,
  url: string,
  { kind, message }: RepositoryProblem,
  at: Date,
): Promise<void> {
  const before: { problem_since: string | null } | undefined = await database(
    'git_repositories',
  )
    .where({ url })
    .first('problem_since');
  const problem = {
    problem: message,
    problem_kind: kind,
    problem_since: before?.problem_since ?? at.toISOString(),
  };
  await database('git_repositories')
    .insert({ url, ...problem })
    .onConflict('url')
    .merge(problem);
}

/** Forgets the others. */
export async function keepRepositories(
  database: Knex,
  urls: readonly string[],
): Promise<void> {
  await database.transaction(async trx => {
    for (const [table, column] of [
      ['claim_files', 'repository'],
      ['pull_requests', 'repository'],
      ['git_repositories', 'url'],
    ]) {
      await trx(table)
        .whereNotIn(column, [...urls])
        .delete();
    }
  });
}

function problemsColumn(problems: readonly FileProblem[]): string | null {
  return problems.length > 0 ? JSON.stringify(problems) : null;
}

async function hubOf(
  trx: Knex.Transaction,
  hub: string | undefined,
): Promise<string> {
  const hubs: string[] = await trx('clusters')
    .where({ hub: true })
    .pluck('name');
  if (hub !== undefined) {
    return hub;
  }
  if (hubs.length !== 1) {
    throw new GitError(
      'not-found',
      hubs.length === 0
        ? 'no cluster of the fleet is a hub: mark the one that applies this repository with hub: true'
        : `the fleet has several hubs (${hubs.join(
            ', ',
          )}): say which applies this repository by hub in its entry of fleet.git.repositories`,
    );
  }
  return hubs[0];
}
