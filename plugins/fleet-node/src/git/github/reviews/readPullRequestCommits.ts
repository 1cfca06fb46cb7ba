import type { Octokit } from '@octokit/rest';
import { GitError } from '../../GitError';
import type { GitPullRequestCommit } from '../../GitPullRequest';
import type { GithubAddress } from '../GithubAddress';
import { allPages } from '../allPages';
import { requesterOfCommit } from '../proposal/commitMessage';

const mostPages = 3;
/** GitHub lists no more of them, and does not say so. */
const mostCommits = 250;

/** The commits of a pull request, and what GitHub says of their signatures. */
export async function readPullRequestCommits(
  octokit: Octokit,
  address: GithubAddress,
  number: number,
): Promise<GitPullRequestCommit[]> {
  const commits = await allPages('commits', mostPages, at =>
    octokit.rest.pulls.listCommits({ ...address, pull_number: number, ...at }),
  );
  if (commits.length >= mostCommits) {
    throw new GitError(
      'broken-answer',
      `pull request ${number} of ${address.owner}/${address.repo} has ${mostCommits} commits or more, of which GitHub shows no further ones: squash them`,
    );
  }
  return commits.map(({ sha, author, committer, commit, html_url: url }) => ({
    revision: sha,
    author: author?.login ?? commit.author?.name ?? '',
    committer: committer?.login ?? commit.committer?.name ?? '',
    verified: commit.verification?.verified ?? false,
    reason: commit.verification?.reason ?? 'unknown',
    requester: requesterOfCommit({
      message: commit.message,
      tree: commit.tree.sha,
    }),
    url,
  }));
}
