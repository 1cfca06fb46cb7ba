import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerApi } from '../api/answerApi';
import type { GitHost } from '../GitHost';
import type { Person } from '../model/Person';
import type { ApiAnswer } from './ApiAnswer';
import { ApiError } from './ApiError';
import { formOf } from './ApiRequest';
import { identify } from './identify';
import { readFields } from './readFields';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** Behind the API's. */
  path: string;
}

/** Answers a request to the API; tells the status, 0 for one that was left without an answer. */
export async function serveApi(
  host: GitHost,
  exchange: Exchange,
): Promise<number> {
  const { request, response } = exchange;
  const fault = host.faultFor(request.method ?? 'GET');
  if (fault?.delayMs) {
    await wait(fault.delayMs);
  }
  if (fault?.answer === 'hang-up' && !fault.answerIsLost) {
    response.destroy();
    return 0;
  }
  const { person, answer } =
    fault?.answer && fault.answer !== 'hang-up'
      ? { person: undefined, answer: fault.answer }
      : await answerRequest(host, exchange);
  if (fault?.answerIsLost) {
    response.destroy();
    return 0;
  }
  return send(host, exchange, person, answer);
}

async function answerRequest(
  host: GitHost,
  { request, url, path }: Exchange,
): Promise<{ person: Person | undefined; answer: ApiAnswer }> {
  const { method = 'GET', headers } = request;
  const caller = identify(headers.authorization, host.people.values());
  const person = caller?.person;
  try {
    if (!caller) {
      throw new ApiError(401, 'Bad credentials');
    }
    if (path !== '/rate_limit' && !host.rateLimit.take(person)) {
      throw new ApiError(
        403,
        `API rate limit exceeded for ${person?.login ?? 'your address'}.`,
      );
    }
    const asked = {
      host,
      person,
      url,
      fields: await readFields(request),
      form: formOf(headers.accept),
    };
    return { person, answer: await answerApi(asked, method, path) };
  } catch (error) {
    return { person, answer: answerTo(error) };
  }
}

function answerTo(error: unknown): ApiAnswer {
  if (error instanceof ApiError) {
    return { status: error.status, body: error.body };
  }
  // Of a path that is not encoded well.
  if (error instanceof URIError) {
    return answerTo(new ApiError(400, 'Problems parsing the path'));
  }
  // Whoever asked has hung up.
  if (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ECONNRESET'
  ) {
    return answerTo(new ApiError(400, 'The request ends too early'));
  }
  process.stderr.write(`demo-fleet: the Git host failed: ${error}\n`);
  return answerTo(new ApiError(500, 'Server Error'));
}

function send(
  host: GitHost,
  { request, response }: Exchange,
  person: Person | undefined,
  { status, body, headers }: ApiAnswer,
): number {
  const bytes = bytesOf(body);
  const etag = `W/"${createHash('sha256').update(bytes).digest('hex')}"`;
  const isKnown =
    status === 200 &&
    request.method === 'GET' &&
    request.headers['if-none-match'] === etag;
  if (isKnown) {
    host.rateLimit.giveBack(person);
  }
  const sent = isKnown ? 304 : status;
  response.writeHead(sent, {
    ...(bytes.length > 0 && {
      'content-type': `${
        typeof body === 'string' ? 'text/plain' : 'application/json'
      }; charset=utf-8`,
    }),
    ...(request.method === 'GET' &&
      status === 200 && {
        etag,
        'cache-control': 'private, max-age=60, s-maxage=60',
        vary: 'Accept, Authorization',
      }),
    ...host.rateLimit.headersFor(person),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': randomUUID(),
    ...headers,
  });
  response.end(isKnown ? undefined : bytes);
  return sent;
}

function bytesOf(body: ApiAnswer['body'] = ''): Buffer {
  if (Buffer.isBuffer(body)) {
    return body;
  }
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
