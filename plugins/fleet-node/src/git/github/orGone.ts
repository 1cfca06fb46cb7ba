import type { Octokit } from '@octokit/rest';
import { GitError } from '../GitError';
import type { GithubAddress } from './GithubAddress';

/** What GitHub answers about some revisions. Not found is the repository, where it is not to be seen; else one of them. */
export async function orGone<T>(
  octokit: Octokit,
  address: GithubAddress,
  revisions: readonly string[],
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (
      !(error instanceof Error && 'status' in error && error.status === 404)
    ) {
      throw error;
    }
    await octokit.rest.repos.get({ ...address });
    const shown = revisions.map(revision => revision.slice(0, 7));
    throw new GitError(
      'revision-gone',
      `${address.owner}/${address.repo} has no ${shown.join(
        ' or no ',
      )} any more: force-pushed or pruned`,
    );
  }
}
