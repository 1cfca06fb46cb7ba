import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { git, gitEnvironment } from './git';

/** A Git repository that Git itself serves over HTTP. */
export class GitRepository {
  readonly #directory: string;
  readonly #server: Server;

  static async create(directory: string): Promise<GitRepository> {
    await mkdir(directory, { recursive: true });
    await git(directory, 'init', '--initial-branch=main');
    const server = createServer((incoming, outgoing) =>
      serve(directory, incoming, outgoing),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new GitRepository(directory, server);
  }

  private constructor(directory: string, server: Server) {
    this.#directory = directory;
    this.#server = server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/.git`;
  }

  /** Writes files, or removes those without content, and answers the commit's id. */
  async commit(
    message: string,
    files: Record<string, string | undefined>,
  ): Promise<string> {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.#directory, name);
      if (content === undefined) {
        await rm(path);
      } else {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      }
    }
    await git(this.#directory, 'add', '--all');
    await git(this.#directory, 'commit', '--message', message);
    return git(this.#directory, 'rev-parse', 'HEAD');
  }

  async stop() {
    this.#server.closeAllConnections();
    await once(this.#server.close(), 'close');
  }
}

/** Speaks CGI with `git http-backend`. */
function serve(
  directory: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://host');
  const backend = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...gitEnvironment,
      GIT_PROJECT_ROOT: directory,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(incoming.headers['git-protocol'] ?? ''),
      REQUEST_METHOD: incoming.method,
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: incoming.headers['content-type'],
      HTTP_CONTENT_ENCODING: incoming.headers['content-encoding'],
    },
  });
  incoming.pipe(backend.stdin);
  let received = Buffer.alloc(0);
  const readHead = (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    const end = received.indexOf('\r\n\r\n');
    if (end >= 0) {
      backend.stdout.off('data', readHead);
      writeHead(outgoing, received.subarray(0, end).toString());
      outgoing.write(received.subarray(end + 4));
      backend.stdout.pipe(outgoing);
    }
  };
  backend.stdout.on('data', readHead);
}

function writeHead(outgoing: ServerResponse, head: string) {
  for (const line of head.split('\r\n')) {
    const [, name, value] = line.match(/^([^:]+): (.*)$/) ?? [];
    if (name === 'Status') {
      outgoing.statusCode = parseInt(value, 10);
    } else if (name) {
      outgoing.setHeader(name, value);
    }
  }
}
