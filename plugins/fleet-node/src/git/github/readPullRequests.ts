import type { Octokit } from '@octokit/rest';
import type {
  GitChangedFile,
  GitChangedFiles,
  GitPullRequest,
  GitPullRequestQuery,
  GitPullRequests,
} from '../GitPullRequest';
import type { GithubAddress } from './GithubAddress';
import { pullRequestOf } from './pullRequestOf';

const page = 100;
const mostPages = 10;
/** GitHub lists no more than 3,000 files. */
const mostFilePages = 30;

/** The pull requests that changed last; an unchanged first page costs nothing of the rate limit. */
export async function listPullRequests(
  octokit: Octokit,
  address: GithubAddress,
  { state, branchPrefix, updatedSince = '' }: GitPullRequestQuery,
): Promise<GitPullRequests> {
  const pullRequests: GitPullRequest[] = [];
  const since = updatedSince && new Date(updatedSince).getTime();
  for (let number = 1; number <= mostPages; number++) {
    const { data } = await octokit.rest.pulls.list({
      ...address,
      state: state === 'ended' ? 'closed' : state ?? 'all',
      sort: 'updated',
      direction: 'desc',
      per_page: page,
      page: number,
    });
    const recent = data.filter(
      ({ updated_at: at }) => !since || new Date(at).getTime() >= since,
    );
    pullRequests.push(
      ...recent.map(pullRequestOf).filter(
        ({ branch, isFromFork }) =>
          branchPrefix === undefined ||
          // A fork may name its branches as it likes.
          (branch.startsWith(branchPrefix) && !isFromFork),
      ),
    );
    if (data.length < page || recent.length < data.length) {
      return { pullRequests, complete: true };
    }
  }
  return { pullRequests, complete: false };
}

/** The files of a pull request, as far as GitHub lists them. */
export async function readChangedFiles(
  octokit: Octokit,
  address: GithubAddress,
  number: number,
): Promise<GitChangedFiles> {
  const files: GitChangedFile[] = [];
  let complete = false;
  for (let at = 1; at <= mostFilePages && !complete; at++) {
    const { data } = await octokit.rest.pulls.listFiles({
      ...address,
      pull_number: number,
      per_page: page,
      page: at,
    });
    for (const { filename, status, previous_filename: previous } of data) {
      if (status === 'renamed' && previous) {
        files.push({ path: previous, status: 'removed' });
      }
      files.push({ path: filename, status: statusOf(status) });
    }
    complete = data.length < page;
  }
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    complete,
  };
}

function statusOf(status: string): GitChangedFile['status'] {
  switch (status) {
    case 'added':
    case 'renamed':
    case 'copied':
      return 'added';
    case 'removed':
      return 'removed';
    default:
      return 'changed';
  }
}
