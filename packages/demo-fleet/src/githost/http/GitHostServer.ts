import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GitHost } from '../GitHost';
import { serveGit } from '../smart/serveGit';
import { servePage } from '../pages/servePage';
import { serveApi } from './serveApi';

/** A request to the API as it arrived, and what it was answered with. */
export interface GitHostRequest {
  method: string;
  url: string;
  authorization?: string;
  status: number;
}

/** That are remembered. */
const mostRequests = 10_000;
const apiPath = '/api/v3';
const graphqlPath = '/api/graphql';

/** Listens for the API, for git and for people. */
export class GitHostServer {
  readonly requests: GitHostRequest[] = [];
  readonly #server: Server;
  #port = 0;

  constructor(host: GitHost) {
    this.#server = createServer((request, response) => {
      this.#answer(host, request, response).catch(() => response.destroy());
    });
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(
    host: GitHost,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    // Another name that leads here is a page's of somewhere else.
    if (
      !/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(request.headers.host ?? '')
    ) {
      response.writeHead(421).end('Ask for localhost\n');
      return;
    }
    const url = new URL(`${this.url}${request.url ?? '/'}`);
    const path = pathInApi(url.pathname);
    if (path) {
      const status = await serveApi(host, { request, response, url, path });
      this.requests.push({
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization,
        status,
      });
      this.requests.splice(0, Math.max(0, this.requests.length - mostRequests));
      return;
    }
    if (!(await serveGit(host, request, response, url))) {
      await servePage(host, request, response, url);
    }
  }
}

/** GitHub keeps its GraphQL beside its REST. */
function pathInApi(path: string): string | undefined {
  if (path === graphqlPath) {
    return '/graphql';
  }
  return path === apiPath || path.startsWith(`${apiPath}/`)
    ? path.slice(apiPath.length) || '/'
    : undefined;
}
