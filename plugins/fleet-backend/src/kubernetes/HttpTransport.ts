import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
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

const unzip = promisify(gunzip);

/** A page of a list that is larger is asked for again in smaller pages. */
export const maxBodyBytes = 64 * 1024 * 1024;

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
    try {
      const bytes = await this.#collect(answer, maxBodyBytes);
      return { status, headers, text: bytes.toString('utf8') };
    } catch (error) {
      throw networkError(error, {
        url: this.#base,
        timeoutMs: options.timeoutMs,
        answering: true,
      });
    }
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
    const text = await this.#collect(
      { status: statusCode, headers, body: answer.body },
      maxErrorBytes,
    ).then(
      bytes => bytes.toString('utf8'),
      () => '',
    );
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
      : new Agent({ connect, connections: 64, keepAliveTimeout: 40_000 });
    return this.#dispatcher;
  }

  async #collect(answer: TransportAnswer, limit: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer.body) {
      size += chunk.length;
      if (size > limit) {
        answer.body.destroy();
        throw new ApiError({
          outcome: 'broken-answer',
          message: `the answer is larger than ${limit >> 20} MiB`,
          tooLarge: true,
        });
      }
      chunks.push(chunk);
    }
    const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size);
    if (answer.headers['content-encoding'] !== 'gzip') {
      return bytes;
    }
    try {
      return await unzip(bytes, { maxOutputLength: limit });
    } catch (error) {
      const tooLarge =
        (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
      throw new ApiError({
        outcome: 'broken-answer',
        message: tooLarge
          ? `the answer is larger than ${limit >> 20} MiB`
          : 'the compressed answer was cut short',
        tooLarge,
        cause: error,
      });
    }
  }
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
