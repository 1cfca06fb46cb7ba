/** What GitHub said instead of what was asked. */
export interface GithubAnswer {
  /** 0, when it is an error of ours. */
  status: number;
  /** Its own words, or those of the network. */
  message: string;
  /** Absent: it never answered. */
  headers?: Record<string, string | number | undefined>;
}

interface ErrorBody {
  message?: string;
  errors?: (string | { field?: string; code?: string; message?: string })[];
}

const longestMessage = 300;

/** Reads an error of Octokit. A request that was never answered has the status 500 there, and no response. */
export function githubAnswer(error: unknown): GithubAnswer {
  if (!(error instanceof Error)) {
    return { status: 0, message: String(error) };
  }
  const { status = 0, response } = error as Error & {
    status?: number;
    response?: Pick<GithubAnswer, 'headers'> & { data?: ErrorBody };
  };
  return {
    status,
    message: (wordsOf(response?.data) ?? error.message)
      .replace(/\s+/g, ' ')
      .slice(0, longestMessage),
    headers: response?.headers,
  };
}

/** Whether it has had enough requests for now, of which it tells in three ways. */
export function isThrottled(answer: GithubAnswer): boolean {
  const { status, headers, message } = answer;
  return (
    status === 429 ||
    (status === 403 &&
      Boolean((headers && waitOf(headers)) || /rate limit/i.test(message)))
  );
}

/** From when on it may be asked again. */
export function waitOf(
  headers: NonNullable<GithubAnswer['headers']>,
): Date | undefined {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) {
    return dateOf(Date.now() + seconds * 1000);
  }
  return String(headers['x-ratelimit-remaining']) === '0'
    ? dateOf(Number(headers['x-ratelimit-reset']) * 1000)
    : undefined;
}

function dateOf(time: number): Date | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function wordsOf(body: ErrorBody | undefined): string | undefined {
  if (!body || typeof body !== 'object' || !body.message) {
    return undefined;
  }
  const errors = Array.isArray(body.errors) ? body.errors : [];
  return [
    body.message,
    ...errors.map(error =>
      typeof error === 'string'
        ? error
        : error.message ?? [error.field, error.code].filter(Boolean).join(' '),
    ),
  ].join('; ');
}
