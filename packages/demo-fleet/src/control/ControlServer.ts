import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readText } from '../apiserver/http/readBody';
import type { DemoFleet } from '../DemoFleet';
import { controlRoutes } from './controlRoutes';

/** Where tests and people steer the fleet. It has no sign-in, so it listens on this machine only and answers no web page. */
export class ControlServer {
  readonly #server: Server;

  private constructor(fleet: DemoFleet) {
    this.#server = createServer((request, response) => {
      answer(fleet, request, response);
    });
  }

  static create(fleet: DemoFleet): ControlServer {
    return new ControlServer(fleet);
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

async function answer(
  fleet: DemoFleet,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, body: unknown) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(`${JSON.stringify(body, undefined, 2)}\n`);
  };
  if (request.headers.origin) {
    reply(403, { error: 'Web pages may not steer the fleet' });
    return;
  }
  // No base: an address that begins with two slashes would name another host.
  const [pathname] = (request.url ?? '/').split('?');
  for (const route of controlRoutes) {
    const match = route.path.exec(pathname);
    if (match && route.method === request.method) {
      try {
        const text = await readText(request);
        const [name = ''] = match.slice(1).map(decodeURIComponent);
        const body = text ? JSON.parse(text) : undefined;
        reply(200, (await route.run(fleet, name, body)) ?? { done: true });
      } catch (error) {
        reply(400, {
          error: error instanceof Error ? error.message : String(error),
        });
      }
      return;
    }
  }
  reply(404, {
    error: `No ${request.method} ${pathname}; GET / tells what there is`,
  });
}
