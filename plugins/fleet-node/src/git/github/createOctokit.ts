import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { GitError } from '../GitError';

const longestWaitSeconds = 30;
const timeoutMs = 20_000;

const PacedOctokit = Octokit.plugin(throttling, retry);

/** An Octokit that paces itself, gives up where waiting would take long, and carries a token to no other address. */
export function createOctokit(options: {
  baseUrl: string;
  /** Whose rate limit it shares. */
  limit: string;
  /** Whether requests wait for one another as GitHub asks. */
  paced: boolean;
  /** Asked before each request. */
  authorization: () => Promise<string | undefined>;
}): Octokit {
  const { baseUrl, limit, paced, authorization } = options;
  const isShort = (seconds: number, _: object, __: unknown, tries: number) =>
    seconds <= longestWaitSeconds && tries === 0;
  const octokit = new PacedOctokit({
    baseUrl,
    userAgent: 'fleet-commander',
    request: {
      redirect: 'manual',
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
    // What fails is said where it is asked; nothing of it belongs on the console.
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: {
      enabled: paced,
      id: limit,
      onRateLimit: isShort,
      onSecondaryRateLimit: isShort,
    },
    retry: {
      retries: 1,
      doNotRetry: [304, 400, 401, 403, 404, 409, 410, 422, 429, 451],
    },
  });
  octokit.hook.before('request', async request => {
    const value = await authorization();
    if (value) {
      request.headers.authorization = value;
    }
  });
  octokit.hook.after('request', ({ status }) => {
    if (status >= 300) {
      throw new GitError(
        'moved',
        'the repository has moved to another address: name that in the source, since credentials follow no redirect',
      );
    }
  });
  return octokit;
}
