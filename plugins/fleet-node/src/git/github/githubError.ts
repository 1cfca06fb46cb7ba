import { GitError } from '../GitError';
import type { GitRepository } from '../GitRepository';
import { githubAnswer, isThrottled, waitOf } from './githubAnswer';

/** What an error of Octokit means, in words that say what to do. */
export function githubError(
  error: unknown,
  { host, owner, name }: GitRepository,
  /** Whose credentials they were: `the token that was given`. */
  credentials: string,
): GitError {
  if (error instanceof GitError) {
    return error;
  }
  const answer = githubAnswer(error);
  const repository = `${owner}/${name} on ${host}`;
  if (!answer.headers) {
    return new GitError(
      'unreachable',
      `${host} does not answer: ${answer.message}`,
    );
  }
  if (isThrottled(answer)) {
    const retryAt = waitOf(answer.headers);
    return new GitError(
      'throttled',
      `${host} has had enough requests ${
        retryAt ? `until ${retryAt.toISOString()}` : 'for now'
      }: ask again then, or sign in with a token or a GitHub App in integrations.github, which may ask more`,
      { retryAt },
    );
  }
  switch (answer.status) {
    case 401:
      return new GitError(
        'not-signed-in',
        `${host} refuses ${credentials}: renew them`,
      );
    case 403:
      return new GitError(
        'not-allowed',
        `the credentials for ${host} may not read ${repository}: give them Contents: read`,
      );
    case 404:
      return new GitError(
        'not-found',
        `there is no ${repository}, or the credentials for ${host} may not read it`,
      );
    case 409:
      return new GitError('not-found', `${repository} is empty`);
    case 422:
      return new GitError(
        'revision-gone',
        `${repository} has no such revision: it was force-pushed or pruned`,
      );
    default:
      return new GitError(
        'broken-answer',
        `${host} answers with status ${answer.status} when asked for ${repository}`,
      );
  }
}
