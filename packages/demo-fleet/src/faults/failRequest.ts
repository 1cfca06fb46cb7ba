import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import {
  PlainError,
  StatusError,
  unauthorized,
} from '../apiserver/statusErrors';
import type { Fault } from './Fault';

const loginPage =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>';

/** Lets a request fail as the fault says: throws, or answers and returns true. False lets it go on. */
export async function failRequest(
  fault: Fault,
  response: ServerResponse,
): Promise<boolean> {
  switch (fault.type) {
    case 'unauthorized':
      throw unauthorized();
    case 'throttled':
      throw new PlainError(
        429,
        'Too many requests, please try again later.\n',
        fault.retryAfterSeconds ?? 1,
      );
    case 'error':
      throw new StatusError(
        500,
        'InternalError',
        'Internal error occurred: etcdserver: request timed out',
      );
    case 'not-json':
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.writeHead(200).end(loginPage);
      return true;
    case 'truncated':
      cutShort(response);
      return true;
    case 'slow':
      await delay(fault.delayMs ?? 1_000);
      return false;
    default:
      return false;
  }
}

/** Promises more than is sent, and hangs up in the middle of a list. */
function cutShort(response: ServerResponse): void {
  const part =
    '{"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[{"metadata":{"na';
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Content-Length': part.length * 10,
  });
  response.write(part, () => response.destroy());
}
