import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Agent, Dispatcher, ProxyAgent, request } from 'undici';
import type {
  ClusterDefinition,
  Credential,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { NeedsServiceIdentityError } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from './ApiError';
import type { CredentialSource } from './CredentialSource';
import { networkError } from './networkError';
import { statusError } from './statusError';

/** A page of a list that is larger is asked for again in smaller pages. */
export const maxBodyBytes = 64 * 1024 * 1024;

/** Larger than by default: each is a way through the thread pool and back. */
const unzippedChunkBytes = 128 * 1024;

const maxErrorBytes = 64 * 1024;

/** A body may take as many time-outs as this: one that drips in for ever would hold its place for ever. */
const timeoutsPerAnswer = 6;

export interface TransportRequest {
  path: string;
  method?: 'GET' | 'PATCH';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
  /** Longest silence before the answer begins and, unless `stream`, within it. */
  timeoutMs: number;
  /** The body may be quiet for long: its reader watches over it. */
  stream?: boolean;
}

export interface TransportAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Dispatcher.ResponseData['body'];
}

/** HTTP to one API server, over connections that no other cluster shares. Signs in, and once more when that is refused. */
export class HttpTransport {
  readonly definition: ClusterDefinition;
  readonly #credentials: CredentialSource;
  readonly #base: URL;
  #dispatcher?: Dispatcher;
  #certificate?: Credential['certificate'];

  constructor(definition: ClusterDefinition, credentials: CredentialSource) {
    this.definition = definition;
    this.#credentials = credentials;
    this.#base = new URL(definition.url);
  }

  /** The answer, its body not read yet. Throws ApiError for any that is not in the 200s, but for those `accept` names. */
  async open(
    options: TransportRequest & { accept?: readonly number[] },
  ): Promise<TransportAnswer> {
    try {
      return await this.#attempt(options);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        return await this.#attempt(options);
      }
      throw error;
    }
  }

  /** The body as it arrives, uncompressed; no more of it than {@link maxBodyBytes}. */
  async stream(options: TransportRequest): Promise<{
    headers: TransportAnswer['headers'];
    body: AsyncIterable<Buffer>;
  }> {
    const answer = await this.open(options);
    return {
      headers: answer.headers,
      body: this.#chunks(answer, maxBodyBytes, options),
    };
  }

  /** The whole body as text. */
  async read(
    options: TransportRequest & { accept?: readonly number[] },
  ): Promise<{
    status: number;
    headers: TransportAnswer['headers'];
    text: string;
  }> {
    const answer = await this.open(options);
    const { status, headers } = answer;
    const text = await collect(this.#chunks(answer, maxBodyBytes, options));
    return { status, headers, text };
  }

  async close(): Promise<void> {
    await this.#dispatcher?.destroy();
  }

  async #attempt(
    options: TransportRequest & { accept?: readonly number[] },
  ): Promise<TransportAnswer> {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = options.signal
      ? AbortSignal.any([options.signal, timeout])
      : timeout;
    const credential = await this.#signIn(signal);
    let answer: Dispatcher.ResponseData;
    try {
      answer = await request(this.#url(options.path), {
        dispatcher: this.#dispatcherFor(credential),
        method: options.method ?? 'GET',
        headers: {
          accept: 'application/json',
          'accept-encoding': 'gzip',
          'user-agent': 'fleetcommander',
          ...options.headers,
          ...authorization(credential),
        },
        body: options.body,
        headersTimeout: options.timeoutMs,
        bodyTimeout: options.stream ? 0 : options.timeoutMs,
        signal: withDeadline(options),
      });
    } catch (error) {
      throw networkError(error, {
        url: this.#base,
        timeoutMs: options.timeoutMs,
      });
    }
    const { statusCode, headers } = answer;
    if (statusCode < 300 || options.accept?.includes(statusCode)) {
      return { status: statusCode, headers, body: answer.body };
    }
    if (statusCode === 401) {
      this.#credentials.forget(this.definition.name, credential);
    }
    const text = await collect(
      this.#chunks(
        { status: statusCode, headers, body: answer.body },
        maxErrorBytes,
        options,
      ),
    ).catch(() => '');
    throw statusError({
      status: statusCode,
      body: text,
      retryAfter: headers['retry-after'],
    });
  }

  async #signIn(signal: AbortSignal): Promise<Credential> {
    try {
      return await this.#credentials.get(this.definition, { signal });
    } catch (error) {
      if (error instanceof ApiError) {
        throw error;
      }
      throw new ApiError({
        outcome:
          error instanceof NeedsServiceIdentityError
            ? 'needs-service-identity'
            : 'not-signed-in',
        message: error instanceof Error ? error.message : 'signing in failed',
        cause: error,
      });
    }
  }

  #url(path: string): string {
    const prefix = this.#base.pathname.replace(/\/+$/, '');
    return `${this.#base.origin}${prefix}${path}`;
  }

  #dispatcherFor(credential: Credential): Dispatcher {
    if (
      this.#dispatcher &&
      this.#certificate?.cert === credential.certificate?.cert
    ) {
      return this.#dispatcher;
    }
    // Requests under way end on the old connections.
    this.#dispatcher?.close().catch(() => {});
    this.#certificate = credential.certificate;
    const { tls, proxyUrl } = this.definition;
    const connect = {
      ca: tls?.ca,
      servername: tls?.serverName,
      rejectUnauthorized: !tls?.skipVerify,
      cert: credential.certificate?.cert,
      key: credential.certificate?.key,
      // A held watch may be quiet for a minute: TCP notices by itself when the other side is gone.
      keepAlive: true,
      keepAliveInitialDelay: 15_000,
    };
    this.#dispatcher = proxyUrl
      ? new ProxyAgent({ uri: proxyUrl, requestTls: connect })
      : new Agent({ connect, connections: 96, keepAliveTimeout: 40_000 });
    return this.#dispatcher;
  }

  async *#chunks(
    { body, headers }: TransportAnswer,
    limit: number,
    { timeoutMs }: TransportRequest,
  ): AsyncIterable<Buffer> {
    const stream =
      headers['content-encoding'] === 'gzip'
        ? // What goes wrong with either is thrown where it is read.
          pipeline(
            body,
            createGunzip({ chunkSize: unzippedChunkBytes }),
            () => {},
          )
        : body;
    let size = 0;
    try {
      for await (const chunk of stream) {
        size += chunk.length;
        if (size > limit) {
          throw new ApiError({
            outcome: 'broken-answer',
            message: `the answer is larger than ${limit >> 20} MiB`,
            tooLarge: true,
          });
        }
        yield chunk;
      }
    } catch (error) {
      throw (
        unzipError(error) ??
        networkError(error, { url: this.#base, timeoutMs, answering: true })
      );
    }
  }
}

/** Node names the errors of zlib after its codes. */
function unzipError(error: unknown): ApiError | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_')
    ? new ApiError({
        outcome: 'broken-answer',
        message: 'the compressed answer was cut short',
        cause: error,
      })
    : undefined;
}

async function collect(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function withDeadline({
  signal,
  stream,
  timeoutMs,
}: TransportRequest): AbortSignal | null {
  if (stream) {
    return signal ?? null;
  }
  const deadline = AbortSignal.timeout(timeoutMs * timeoutsPerAnswer);
  return signal ? AbortSignal.any([signal, deadline]) : deadline;
}

function authorization(credential: Credential): Record<string, string> {
  if (credential.token) {
    return { authorization: `Bearer ${credential.token}` };
  }
  if (credential.basic) {
    const { username, password } = credential.basic;
    const pair = Buffer.from(`${username}:${password}`).toString('base64');
    return { authorization: `Basic ${pair}` };
  }
  return {};
}
