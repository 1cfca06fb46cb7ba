import type { Outcome } from '@fleetcommander/backstage-plugin-fleet-common';

/** A request to an API server failed; `outcome` tells the kinds of failure apart and the message says what to do. */
export class ApiError extends Error {
  readonly name = 'ApiError';
  readonly outcome: Exclude<Outcome, 'ok' | 'pending'>;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** How long the API server asked us to wait. */
  readonly retryAfterSeconds?: number;
  /** The answer was larger than we read at once; a smaller page may do. */
  readonly tooLarge: boolean;

  constructor(options: {
    outcome: ApiError['outcome'];
    message: string;
    status?: number;
    retryAfterSeconds?: number;
    tooLarge?: boolean;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.outcome = options.outcome;
    this.status = options.status;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.tooLarge = options.tooLarge ?? false;
  }
}
