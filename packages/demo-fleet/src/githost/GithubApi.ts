import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalRepository } from './LocalRepository';
import { answerOf, type ApiAnswer } from './answerOf';

/** A request as it arrived. */
export interface ApiRequest {
  url: string;
  authorization?: string;
  status: number;
}

/** GitHub's API for reading, over real repositories: what it compares and lists is what git says. */
export class GithubApi {
  static async start(options: {
    /** By `owner/name`. */
    repositories: Readonly<Record<string, LocalRepository>>;
    /** Who has it may read them all; without it nobody may. */
    token: string;
  }): Promise<GithubApi> {
    const api = new GithubApi(options.repositories, options.token);
    await new Promise<void>(resolve =>
      api.#server.listen(0, '127.0.0.1', resolve),
    );
    return api;
  }

  readonly requests: ApiRequest[] = [];
  /** What it answers to everything, while it is set. */
  outage?: ApiAnswer;
  readonly #server: Server;
  readonly #repositories: Readonly<Record<string, LocalRepository>>;
  readonly #token: string;

  private constructor(
    repositories: Readonly<Record<string, LocalRepository>>,
    token: string,
  ) {
    this.#repositories = repositories;
    this.#token = token;
    this.#server = createServer(async (request, response) => {
      const { authorization, 'if-none-match': known } = request.headers;
      const url = request.url ?? '';
      const answer = await this.#answer(url, authorization).catch(
        (error): ApiAnswer => ({ status: 500, body: { message: `${error}` } }),
      );
      const body =
        typeof answer.body === 'string'
          ? answer.body
          : JSON.stringify(answer.body);
      const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
      const status =
        answer.status === 200 && known === etag ? 304 : answer.status;
      this.requests.push({ url, authorization, status });
      response.writeHead(status, {
        'content-type':
          typeof answer.body === 'string'
            ? 'application/vnd.github.sha; charset=utf-8'
            : 'application/json; charset=utf-8',
        etag,
        ...answer.headers,
      });
      response.end(status === 304 ? undefined : body);
    });
  }

  /** What `apiBaseUrl` of its integration is. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/v3`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(
    address: string,
    authorization: string | undefined,
  ): Promise<ApiAnswer> {
    if (this.outage) {
      return this.outage;
    }
    if (authorization && authorization !== `Bearer ${this.#token}`) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    const { pathname, searchParams } = new URL(address, 'http://api');
    const [, repository, question] =
      /^\/api\/v3\/repos\/([^/]+\/[^/]+)(?:\/(.*))?$/.exec(pathname) ?? [];
    const local = authorization ? this.#repositories[repository] : undefined;
    return local
      ? answerOf(local, { repository, question, parameters: searchParams })
      : { status: 404, body: { message: 'Not Found' } };
  }
}
