import type { Octokit } from '@octokit/rest';
import { githubAnswer, isThrottled } from './githubAnswer';

/**
 * The login that credentials are of; none, where the host does not tell.
 *
 * An installation of a GitHub App is no user and may not ask for itself as one; GraphQL tells it who it is. What it opens is opened
 * by `NAME[bot]`.
 */
export async function readLogin(octokit: Octokit): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.users.getAuthenticated();
    return data.login;
  } catch (error) {
    const answer = githubAnswer(error);
    return answer.status === 403 && !isThrottled(answer)
      ? readBot(octokit)
      : undefined;
  }
}

async function readBot(octokit: Octokit): Promise<string | undefined> {
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>(
      'query { viewer { login } }',
    );
    return viewer.login.endsWith('[bot]')
      ? viewer.login
      : `${viewer.login}[bot]`;
  } catch {
    return undefined;
  }
}
