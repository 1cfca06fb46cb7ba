import { GitError } from '../../GitError';
import { githubAnswer } from '../githubAnswer';
import type { ProposalContext } from './ProposalContext';

/** The commit that a change is put on, and the tree of it. */
export interface ProposalBase {
  head: string;
  tree: string;
}

/** The head of the base. */
export async function readBase({
  octokit,
  address,
  host,
  change: { base },
}: ProposalContext): Promise<ProposalBase> {
  try {
    const { data } = await octokit.rest.repos.getCommit({
      ...address,
      ref: `heads/${base}`,
      // Of what the commit itself changed, nothing is wanted.
      per_page: 1,
    });
    return { head: data.sha, tree: data.commit.tree.sha };
  } catch (error) {
    if (![404, 422].includes(githubAnswer(error).status)) {
      throw error;
    }
    // Not found is the repository, where it is not to be seen.
    await octokit.rest.repos.get({ ...address });
    throw new GitError(
      'base-missing',
      `${address.owner}/${address.repo} on ${host} has no branch ${base} that a change could be proposed for`,
    );
  }
}
