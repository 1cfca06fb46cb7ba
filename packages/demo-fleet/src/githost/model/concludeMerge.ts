import type { GitHost } from '../GitHost';
import { noCommit, updateRef } from '../git/refs';
import { ApiError } from '../http/ApiError';
import { announcePull } from '../webhooks/announcePull';
import type { HostedRepository } from './HostedRepository';
import { mergePull, type MergeMethod } from './mergePull';
import { mergeabilityOf } from './mergeability';
import { moveRef, refMoved } from './moveRef';
import type { Person } from './Person';
import type { PullRequest } from './PullRequest';

/** Merges a pull request for somebody and answers the commit's hash, or says why it cannot be, as GitHub does. */
export async function concludeMerge(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  options: {
    by: Person;
    method?: MergeMethod;
    /** The head as whoever merges has seen it. */
    sha?: string;
    title?: string;
    message?: string;
  },
): Promise<string> {
  const { by, method = 'merge', sha: seen } = options;
  if (pull.state === 'closed') {
    throw new ApiError(405, 'Pull Request is not mergeable');
  }
  if (seen && seen !== pull.headSha) {
    throw new ApiError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const { state, missing } = await mergeabilityOf(repository, pull, host);
  if (state === 'draft') {
    throw new ApiError(405, 'Pull Request is still a draft');
  }
  if (missing) {
    throw new ApiError(405, missing);
  }
  const author = host.people.get(pull.author);
  const sha = await mergePull(repository, pull, { ...options, method, author });
  if (!sha) {
    throw new ApiError(405, 'Pull Request is not mergeable');
  }
  // As for all that is done on its pages, the host signs for who does it.
  repository.verified.add(sha);
  const move = {
    ref: `refs/heads/${pull.base}`,
    before: pull.baseSha,
    after: sha,
  };
  await updateRef(repository.git, move);
  const at = new Date();
  Object.assign(pull, {
    state: 'closed',
    closedAt: at,
    updatedAt: at,
    merged: { sha, by: by.login, at },
  } satisfies Partial<PullRequest>);
  await refMoved(host, repository, { ...move, by });
  announcePull(host, repository, pull, { action: 'closed', by });
  if (repository.deletesMergedBranches) {
    await moveRef(host, repository, {
      ref: `refs/heads/${pull.head}`,
      before: pull.headSha,
      after: noCommit,
      by,
    });
  }
  return sha;
}
