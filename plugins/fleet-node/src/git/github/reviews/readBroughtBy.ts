import type { Octokit } from '@octokit/rest';
import type { GithubAddress } from '../GithubAddress';

/** The merged pull request that a commit came by; of several, such as one that was merged into the branch of another, the last. */
export async function readBroughtBy(
  octokit: Octokit,
  address: GithubAddress,
  revision: string,
): Promise<number | undefined> {
  const { data } =
    await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
      ...address,
      commit_sha: revision,
      per_page: 100,
    });
  return data
    .filter(({ merged_at: mergedAt }) => mergedAt)
    .map(({ number }) => number)
    .sort((one, other) => one - other)
    .at(-1);
}
