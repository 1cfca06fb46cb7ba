import { ApiError } from '../ApiError';
import { notJson } from '../parseJson';
import { TooLongError } from './JsonSplitter';

/** What went wrong with an answer that was told apart while it arrived. */
export function siftError(error: unknown, contentType: unknown): unknown {
  if (error instanceof SyntaxError) {
    return notJson(contentType, error);
  }
  return error instanceof TooLongError
    ? new ApiError({
        outcome: 'broken-answer',
        message: `one object is too large to be read: ${error.message}`,
        cause: error,
      })
    : error;
}
