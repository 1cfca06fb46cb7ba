import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { DefaultClusterConnections } from '../../kubernetes/DefaultClusterConnections';

interface Patched {
  path: string;
  fieldManager: string | null;
  contentType?: string;
}

/** An API server with a few objects, over real HTTP: it gets, lists and applies merge patches. */
export class ObjectServer {
  static async start(cluster: string): Promise<ObjectServer> {
    const server = new ObjectServer(cluster);
    server.#http.listen(0, '127.0.0.1');
    await new Promise(resolve => server.#http.once('listening', resolve));
    server.#port = (server.#http.address() as AddressInfo).port;
    return server;
  }

  readonly connections: DefaultClusterConnections;
  readonly patched: Patched[] = [];
  readonly asked: string[] = [];
  /** Methods and paths that answer 403, as `PATCH /api/…`. */
  readonly forbidden = new Set<string>();
  /** Those of kinds that it does not know. */
  readonly notServed = new Set<string>();
  readonly #objects = new Map<string, object>();
  readonly #texts = new Map<string, string>();
  readonly #http: Server;
  #port = 0;

  private constructor(cluster: string) {
    this.#http = createServer(async (request, response) => {
      const text = this.#texts.get(request.url ?? '');
      const { status, body } = await this.#answer(request);
      if (text !== undefined && status === 404) {
        response.writeHead(200, { 'content-type': 'text/plain' });
        response.end(text);
        return;
      }
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    this.connections = DefaultClusterConnections.create({
      inventory: {
        get: name =>
          name === cluster
            ? {
                name,
                url: `http://127.0.0.1:${this.#port}`,
                labels: {},
                source: 'test',
                signIn: { provider: 'serviceAccount' },
              }
            : undefined,
      },
      signIns: { get: async () => ({ token: 'token' }), forget: () => {} },
      timeoutMs: 5_000,
    });
  }

  /** `path` as in the URL, without its query. A list is an object with `items`. */
  put(path: string, object: object): void {
    this.#objects.set(path, object);
  }

  /** Answers plain text, as `/metrics` does. */
  putText(path: string, text: string): void {
    this.#texts.set(path, text);
  }

  get(path: string): KubernetesObject {
    return this.#objects.get(path) as KubernetesObject;
  }

  async stop(): Promise<void> {
    if (!this.#http.listening) {
      return;
    }
    this.connections.closeAll();
    this.#http.closeAllConnections();
    await new Promise(resolve => this.#http.close(resolve));
  }

  async #answer(request: IncomingMessage) {
    const { pathname, searchParams } = new URL(request.url!, 'http://server');
    this.asked.push(decodeURIComponent(request.url!.replace(/\+/g, ' ')));
    if (this.forbidden.has(`${request.method} ${pathname}`)) {
      return failure(403, `cannot ${request.method} ${pathname}`);
    }
    if (this.notServed.has(`${request.method} ${pathname}`)) {
      return failure(404, 'the server could not find the requested resource');
    }
    const object = this.#objects.get(pathname);
    if (!object) {
      return failure(404, `${pathname} not found`);
    }
    if (request.method === 'GET') {
      return { status: 200, body: selected(object, searchParams) };
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const patch = JSON.parse(Buffer.concat(chunks).toString());
    const merged = mergePatch(object, patch) as object;
    this.#objects.set(pathname, merged);
    this.patched.push({
      path: pathname,
      fieldManager: searchParams.get('fieldManager'),
      contentType: request.headers['content-type'],
    });
    return { status: 200, body: merged };
  }
}

/** Of a list, what a field selector such as `involvedObject.kind=Pod,involvedObject.name=web-1` leaves. */
function selected(object: { items?: object[] }, query: URLSearchParams) {
  const selector = query.get('fieldSelector');
  if (!selector || !object.items) {
    return object;
  }
  const wanted = selector.split(',').map(part => part.split('='));
  const items = object.items.filter(item =>
    wanted.every(([path, value]) => valueAt(item, path) === value),
  );
  return { ...object, items };
}

function valueAt(value: unknown, path: string): unknown {
  const [name, ...rest] = path.split('.');
  const inner = (value as Record<string, unknown> | undefined)?.[name];
  return rest.length === 0 ? inner : valueAt(inner, rest.join('.'));
}

function failure(status: number, message: string) {
  return { status, body: { kind: 'Status', status: 'Failure', message } };
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const merged = { ...(target as Record<string, unknown> | undefined) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = mergePatch(merged[key], value);
    }
  }
  return merged;
}
