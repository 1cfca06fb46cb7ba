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
    const { data } = await octokit.rest.repos.getBranch({
      ...address,
      branch: base,
    });
    return { head: data.commit.sha, tree: data.commit.commit.tree.sha };
  } catch (error) {
    if (githubAnswer(error).status !== 404) {
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
