import { GitError } from '../GitError';
import type { GitRepository } from '../GitRepository';

interface Answer {
  status: number;
  message: string;
  headers?: Record<string, string | number | undefined>;
}

/** What an error of Octokit means, in words that say what to do. */
export function githubError(
  error: unknown,
  { host, owner, name }: GitRepository,
): GitError {
  if (error instanceof GitError) {
    return error;
  }
  const { status, message, headers } = answerOf(error);
  const repository = `${owner}/${name} on ${host}`;
  if (!headers) {
    return new GitError('unreachable', `${host} does not answer: ${message}`);
  }
  const waits = waitOf(headers);
  if (
    status === 429 ||
    (status === 403 && (waits || /rate limit/i.test(message)))
  ) {
    return new GitError(
      'throttled',
      `${host} has had enough requests for now: sign in with a token or a GitHub App in integrations.github, which may ask more`,
      { retryAt: waits },
    );
  }
  switch (status) {
    case 401:
      return new GitError(
        'not-signed-in',
        `${host} refuses the credentials of its entry in integrations.github: renew them`,
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
        `${host} answers with status ${status} when asked for ${repository}`,
      );
  }
}

/** Octokit gives a request that was never answered the status 500, and no response. */
function answerOf(error: unknown): Answer {
  if (!(error instanceof Error)) {
    return { status: 0, message: String(error) };
  }
  const { status = 0, response } = error as Error & {
    status?: number;
    response?: Pick<Answer, 'headers'>;
  };
  return { status, message: error.message, headers: response?.headers };
}

function waitOf(headers: NonNullable<Answer['headers']>): Date | undefined {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) {
    return new Date(Date.now() + seconds * 1000);
  }
  return String(headers['x-ratelimit-remaining']) === '0'
    ? new Date(Number(headers['x-ratelimit-reset']) * 1000)
    : undefined;
}
