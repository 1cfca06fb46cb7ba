import { createDemoFleet } from '../createDemoFleet';
import type { DemoCluster } from '../DemoCluster';
import type { DemoFleet, DemoFleetOptions } from '../DemoFleet';
import type { Role } from '../apiserver/http/Access';
import type { ClusterObjects, ResourceDefinition } from '../types';

export const things: ResourceDefinition = {
  group: 'example.org',
  versions: ['v1', 'v1beta1'],
  kind: 'Thing',
  plural: 'things',
  singular: 'thing',
  namespaced: true,
  subresources: ['status'],
};

export const thingsPath = '/apis/example.org/v1/namespaces/default/things';

export function thing(name: string, labels?: Record<string, string>) {
  return {
    apiVersion: 'example.org/v1',
    kind: 'Thing',
    metadata: { name, namespace: 'default', labels },
    spec: { size: 1 },
  };
}

/** A fleet of one hub and one spoke that serve Things and hold none. */
export async function startFleet(
  options: DemoFleetOptions = {},
): Promise<DemoFleet> {
  const fleet = await createDemoFleet({
    spokes: 1,
    basePort: 0,
    still: true,
    populate: (cluster: ClusterObjects) => cluster.define([things]),
    ...options,
  });
  await fleet.start();
  return fleet;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: any;
}

/** Sends requests to a cluster as the given role. */
export class TestClient {
  constructor(
    private readonly cluster: DemoCluster,
    private readonly role: Role = 'admin',
  ) {}

  async send(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body, headers } = options;
    const response = await fetch(`${this.cluster.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.cluster.token(this.role)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text && !text.includes('\n') ? JSON.parse(text) : text,
    };
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  create(object: object, path = thingsPath): Promise<Answer> {
    return this.send('POST', path, { body: object });
  }

  patch(path: string, type: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, {
      body,
      headers: { 'content-type': type },
    });
  }

  /** Opens a watch and reads its events one by one. */
  async watch(
    path: string,
    headers?: Record<string, string>,
  ): Promise<AsyncGenerator<any, void>> {
    const response = await fetch(`${this.cluster.url}${path}`, {
      headers: {
        authorization: `Bearer ${this.cluster.token(this.role)}`,
        ...headers,
      },
    });
    if (!response.ok) {
      throw new Error(`${path} answers ${response.status}`);
    }
    return events(response);
  }
}

async function* events(response: Response): AsyncGenerator<any, void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      yield JSON.parse(line);
    }
  }
}
