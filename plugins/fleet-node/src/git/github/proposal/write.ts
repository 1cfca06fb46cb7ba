import { GitError } from '../../GitError';
import { githubAnswer, isThrottled } from '../githubAnswer';
import type { ProposalContext } from './ProposalContext';

const rule =
  /rule violation|protected branch|restricted|approving review|required status|through a pull request/i;

/** Asks GitHub to write, and says in words why it does not. */
export async function write<T>(
  { host, address: { owner, repo } }: Pick<ProposalContext, 'host' | 'address'>,
  /** `open a pull request`. */
  deed: string,
  ask: () => Promise<T>,
  rights = 'Contents: write and Pull requests: write',
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { status, message, ...answer } = githubAnswer(error);
    const said = `${host} says: ${message}`;
    if (isThrottled({ status, message, ...answer })) {
      throw error;
    }
    if (rule.test(message)) {
      throw new GitError(
        'branch-protected',
        `a rule of ${owner}/${repo} does not let the credentials ${deed}: let them, or name another branch (${said})`,
      );
    }
    if (status === 403 || status === 404) {
      throw new GitError(
        'not-allowed',
        `the credentials for ${host} may not ${deed} in ${owner}/${repo}: give them ${rights} (${said})`,
      );
    }
    if (status === 422) {
      throw new GitError(
        'invalid-change',
        `${owner}/${repo} on ${host} does not let itself ${deed} like this (${said})`,
      );
    }
    throw error;
  }
}
