import type { Octokit } from '@octokit/rest';
import type { GithubAddress } from '../GithubAddress';
import { githubAnswer, isThrottled } from '../githubAnswer';

/** Whether an account may write to a repository. Undefined where GitHub does not tell us. */
export async function mayWrite(
  octokit: Octokit,
  address: GithubAddress,
  username: string,
): Promise<boolean | undefined> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
      ...address,
      username,
    });
    // GitHub's older words: who may maintain may write, who may triage reads.
    return data.permission === 'admin' || data.permission === 'write';
  } catch (error) {
    const answer = githubAnswer(error);
    if (isThrottled(answer)) {
      throw error;
    }
    if (answer.status === 404) {
      return false;
    }
    if (answer.status === 403) {
      return undefined;
    }
    throw error;
  }
}
