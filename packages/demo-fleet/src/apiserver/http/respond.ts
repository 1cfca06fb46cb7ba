import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PlainError, StatusError } from '../statusErrors';

const compress = promisify(gzip);
const gzipThreshold = 128 * 1024;

/** The headers that every answer has. */
export function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('Audit-Id', randomUUID());
  response.setHeader('Cache-Control', 'no-cache, private');
  response.setHeader(
    'X-Kubernetes-Pf-Flowschema-Uid',
    '6c1e7f0a-0d0b-4c53-9a3e-3f1f0f5e9a10',
  );
  response.setHeader(
    'X-Kubernetes-Pf-Prioritylevel-Uid',
    '1b0d7d34-5f0e-4f6e-8c75-7b6a4c1c2d21',
  );
}

export async function respondJson(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  options: { status?: number; contentType?: string } = {},
): Promise<void> {
  const { status = 200, contentType = 'application/json' } = options;
  response.setHeader('Content-Type', contentType);
  const plain = Buffer.from(body);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (plain.length > gzipThreshold && accepted.includes('gzip')) {
    const packed = await compress(plain, { level: 1 });
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Vary', 'Accept-Encoding');
    send(response, status, packed);
  } else {
    send(response, status, plain);
  }
}

export function respondText(
  response: ServerResponse,
  status: number,
  text: string,
): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  send(response, status, Buffer.from(text));
}

function send(response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { 'Content-Length': body.length });
  response.end(body);
}

export async function respondError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
): Promise<void> {
  if (error instanceof PlainError) {
    setRetryAfter(response, error.retryAfterSeconds);
    respondText(response, error.code, error.text);
    return;
  }
  const status =
    error instanceof StatusError
      ? error
      : new StatusError(
          500,
          'InternalError',
          `Internal error occurred: ${
            error instanceof Error ? error.message : String(error)
          }`,
        );
  setRetryAfter(response, status.retryAfterSeconds);
  await respondJson(request, response, JSON.stringify(status.toStatus()), {
    status: status.code,
  });
}

function setRetryAfter(
  response: ServerResponse,
  seconds: number | undefined,
): void {
  if (seconds !== undefined) {
    response.setHeader('Retry-After', String(seconds));
  }
}
