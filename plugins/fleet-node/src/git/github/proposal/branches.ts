import { GitError } from '../../GitError';
import { githubAnswer } from '../githubAnswer';
import type { ProposalContext } from './ProposalContext';
import { write } from './write';

/** False, when there is one of its name. */
export async function createBranch(
  context: ProposalContext,
  head: string,
): Promise<boolean> {
  const { octokit, address, change } = context;
  return write(context, `create the branch ${change.branch}`, async () => {
    try {
      await octokit.rest.git.createRef({
        ...address,
        ref: `refs/heads/${change.branch}`,
        sha: head,
      });
      return true;
    } catch (error) {
      const { status, message } = githubAnswer(error);
      if (status === 422 && /already exists/i.test(message)) {
        return false;
      }
      throw error;
    }
  });
}

/** Only forward: what somebody pushed in this moment stays. */
export function moveBranch(
  context: ProposalContext,
  head: string,
): Promise<void> {
  return setBranch(context, head, { force: false });
}

/** Without what it held, which was all written here, and stays in its pull request. */
export function startBranchAnew(
  context: ProposalContext,
  head: string,
): Promise<void> {
  return setBranch(context, head, { force: true });
}

async function setBranch(
  context: ProposalContext,
  head: string,
  { force }: { force: boolean },
): Promise<void> {
  const { octokit, address, change } = context;
  await write(context, `push to the branch ${change.branch}`, async () => {
    try {
      await octokit.rest.git.updateRef({
        ...address,
        ref: `heads/${change.branch}`,
        sha: head,
        force,
      });
    } catch (error) {
      if (/fast.forward/i.test(githubAnswer(error).message)) {
        throw new GitError(
          'branch-taken',
          `somebody pushed to the branch ${change.branch} in this moment: look at what is there, then ask again`,
        );
      }
      throw error;
    }
  });
}

/** Deletes a branch that was made for a pull request which did not come about, and answers what is to be said of that. */
export async function takeBranchBack(
  { octokit, address, change, explain }: ProposalContext,
  head: string,
  reason: unknown,
): Promise<GitError> {
  const error = explain(reason);
  const ref = `heads/${change.branch}`;
  try {
    const { data } = await octokit.rest.git.getRef({ ...address, ref });
    if (data.object.sha === head) {
      await octokit.rest.git.deleteRef({ ...address, ref });
    }
    return error;
  } catch {
    return new GitError(
      error.problem,
      `${error.message}; the branch ${change.branch} is there, whole and without a pull request: asking again goes on with it`,
      { retryAt: error.retryAt },
    );
  }
}
