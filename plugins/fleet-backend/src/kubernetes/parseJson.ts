import { ApiError } from './ApiError';
import { parseText } from './parseText';

/** Parses an answer of an API server; what is no JSON is a broken answer. */
export function parseJson<T>(text: string, contentType: unknown): T {
  try {
    return parseText(text) as T;
  } catch (error) {
    throw notJson(contentType, error);
  }
}

/** That an answer of an API server is no JSON. */
export function notJson(contentType: unknown, cause?: unknown): ApiError {
  return new ApiError({
    outcome: 'broken-answer',
    message: `the answer is not JSON (content type ${String(
      contentType ?? 'missing',
    )}): is something other than an API server behind the cluster's URL?`,
    cause,
  });
}
