import type { ApiAnswer } from './http/ApiAnswer';

/** Something that goes wrong with the API until it is mended. */
export interface GitHostFault {
  /** Requests that are answered as usual before. */
  after?: number;
  /** Requests that it strikes; absent: all. */
  times?: number;
  /** Methods that it strikes; absent: all. */
  methods?: readonly string[];
  /** How long an answer takes. */
  delayMs?: number;
  /** What is answered; `hang-up` closes the connection; absent: what would be without it. */
  answer?: ApiAnswer | 'hang-up';
  /** The work is done, and its answer lost. */
  answerIsLost?: boolean;
}

/** GitHub is down. */
export function outage(status = 503): GitHostFault {
  return { answer: { status, body: { message: 'Service Unavailable' } } };
}

/** The requests of the hour are used up. */
export function rateLimited(seconds = 3600): GitHostFault {
  return {
    answer: {
      status: 403,
      body: { message: 'API rate limit exceeded for user.' },
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
      },
    },
  };
}

/** Too much at once. */
export function secondarilyRateLimited(seconds = 60): GitHostFault {
  return {
    answer: {
      status: 403,
      body: {
        message:
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      },
      headers: { 'retry-after': String(seconds) },
    },
  };
}
