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
    const shown = revisions.map(revision => revision.slice(0, 7));
    const repository = `${address.owner}/${address.repo}`;
    if (error.message.includes('No common ancestor')) {
      throw new GitError(
        'revision-gone',
        `${shown.join(
          ' and ',
        )} have no history in common: ${repository} was force-pushed`,
      );
    }
    await octokit.rest.repos.get({ ...address });
    throw new GitError(
      'revision-gone',
      `${repository} has no ${shown.join(
        ' or no ',
      )} any more: force-pushed or pruned`,
    );
  }
}
