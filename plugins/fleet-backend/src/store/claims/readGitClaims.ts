import type { PullRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ClaimManifest } from '../../claims/claimFields';
import type { ClaimFileRow } from '../rows/ClaimFileRow';
import { toPullRequest } from '../rows/PullRequestRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';

/** What Git has of a claim. */
export interface GitClaim {
  cluster: string;
  /** As the branch has it. */
  file?: { repository: string; path: string };
  /** As the branch has it, else as the newest pull request does. */
  manifest: ClaimManifest;
  /** Newest first. */
  pullRequests: PullRequest[];
  /** The repositories that have something of it. */
  repositories: string[];
}

type Row = ClaimFileRow & { facts: string | null };

/** What Git has of claims, by their ids; of all of them where none are named. */
export async function readGitClaims(
  database: Knex,
  ids?: readonly string[],
): Promise<Map<string, GitClaim>> {
  const rows: Row[] = [];
  const select = () =>
    database('claim_files')
      .leftJoin('pull_requests', join =>
        join
          .on('pull_requests.repository', 'claim_files.repository')
          .on('pull_requests.number', 'claim_files.number'),
      )
      .where(known =>
        known
          .where('claim_files.number', 0)
          .orWhereNotNull('pull_requests.facts'),
      )
      .orderBy('claim_files.number', 'desc')
      .select('claim_files.*', 'pull_requests.facts');
  if (ids) {
    for (const some of chunks(ids)) {
      rows.push(...(await select().whereIn('claim_files.claim_id', some)));
    }
  } else {
    rows.push(...(await select()));
  }
  return new Map(
    [...groupBy(rows, ({ claim_id: id }) => id)].map(([id, some]) => [
      id,
      toGitClaim(some),
    ]),
  );
}

function toGitClaim(rows: readonly Row[]): GitClaim {
  const file = rows.find(({ number }) => number === 0);
  const newest = file ?? rows[0];
  return {
    cluster: newest.cluster,
    file: file && { repository: file.repository, path: file.path },
    manifest: JSON.parse(newest.manifest),
    pullRequests: rows
      .flatMap(({ facts, change }) =>
        facts ? toPullRequest(facts, change) : [],
      )
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
    repositories: [...new Set(rows.map(({ repository }) => repository))],
  };
}
