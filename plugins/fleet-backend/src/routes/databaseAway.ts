import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

/** Of Node, PostgreSQL and SQLite: the database cannot be reached, or has just hung up. */
const away =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08\w{3}|57P0[123]|53300|SQLITE_(BUSY|CANTOPEN|IOERR)\w*)$/;

/** Whether an error of the store means that its database is away. */
export function isDatabaseAway(error: unknown): boolean {
  if (!isError(error)) {
    return false;
  }
  return (
    away.test(String(error.code)) ||
    error.name === 'KnexTimeoutError' ||
    /^Connection (terminated|ended)/.test(error.message)
  );
}

/** Answers 503 in words while the database is away. */
export function databaseAway(): ErrorRequestHandler {
  return (error, _request, _response, next) => {
    next(
      isDatabaseAway(error)
        ? new ServiceUnavailableError(
            'The database of the fleet cannot be reached. What is shown is not updated until it is back; then it goes on by itself.',
          )
        : error,
    );
  };
}
