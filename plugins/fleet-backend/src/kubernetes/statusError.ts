import { ApiError } from './ApiError';

const maxMessageLength = 500;

function messageOf(body: string): string | undefined {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === 'string'
      ? message.slice(0, maxMessageLength)
      : undefined;
  } catch {
    return undefined;
  }
}

function outcomeOf(status: number, retryAfter?: number): ApiError['outcome'] {
  switch (status) {
    case 401:
      return 'not-signed-in';
    case 403:
      return 'not-allowed';
    case 404:
      return 'not-installed';
    case 410:
      return 'expired';
    case 429:
      return 'throttled';
    case 502:
    case 504:
      return 'unreachable';
    case 503:
      return retryAfter === undefined ? 'unreachable' : 'throttled';
    default:
      return 'broken-answer';
  }
}

/** What an answer that is not in the 200s means. The body is a `Status` where Kubernetes itself answered. */
export function statusError(options: {
  status: number;
  body: string;
  retryAfter?: string | string[];
}): ApiError {
  const seconds = Number(
    Array.isArray(options.retryAfter)
      ? options.retryAfter[0]
      : options.retryAfter,
  );
  const retryAfterSeconds =
    options.retryAfter !== undefined && Number.isFinite(seconds) && seconds > 0
      ? seconds
      : undefined;
  const told =
    messageOf(options.body) ?? `the API server answered ${options.status}`;
  return new ApiError({
    outcome: outcomeOf(options.status, retryAfterSeconds),
    message:
      options.status === 401
        ? `the API server does not accept the credentials: ${told}`
        : told,
    status: options.status,
    retryAfterSeconds,
  });
}
