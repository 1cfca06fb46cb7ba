import { readFile } from 'node:fs/promises';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { Agent, request } from 'undici';
import { parse, parseAllDocuments } from 'yaml';
import { until } from './until';

/** Does to a cluster what its administrator could. */
export class AdminClient {
  readonly #url: string;
  readonly #token: string;
  readonly #agent: Agent;

  /** As the one user of a kubeconfig. */
  static fromKubeconfig(kubeconfig: string) {
    const { clusters, users } = parse(kubeconfig);
    const { cluster } = clusters[0];
    const ca = cluster['certificate-authority-data'];
    return new AdminClient({
      url: cluster.server,
      token: users[0].user.token,
      ca: Buffer.from(ca, 'base64').toString(),
    });
  }

  private constructor(options: { url: string; token: string; ca: string }) {
    this.#url = options.url;
    this.#token = options.token;
    // A connection a request: tests restart the server under its feet.
    this.#agent = new Agent({ connect: { ca: options.ca }, pipelining: 0 });
  }

  /** Creates an object, or changes what it names, signing as a field manager. */
  async apply(
    object: KubernetesObject,
    manager = 'admin',
  ): Promise<KubernetesObject> {
    const path = `${pathOf(object)}?fieldManager=${manager}&force=true`;
    return this.#ask('PATCH', path, object, 'application/apply-patch+yaml');
  }

  /** Changes an object by a JSON patch, as `kubectl edit` and `kubectl patch` do. */
  async patch(
    object: KubernetesObject,
    operations: object[],
    manager: string,
  ): Promise<void> {
    const path = `${pathOf(object)}?fieldManager=${manager}`;
    await this.#ask('PATCH', path, operations, 'application/json-patch+json');
  }

  /** Scales through the subresource, as an autoscaler does. */
  async scale(
    object: KubernetesObject,
    replicas: number,
    manager: string,
  ): Promise<void> {
    const path = `${pathOf(object)}/scale?fieldManager=${manager}`;
    const type = 'application/merge-patch+json';
    await this.#ask('PATCH', path, { spec: { replicas } }, type);
  }

  async applyFile(path: string): Promise<void> {
    for (const document of parseAllDocuments(await readFile(path, 'utf8'))) {
      const object = document.toJS() as KubernetesObject | undefined;
      if (object) {
        await this.apply(object);
      }
    }
  }

  /** Installs a kind, and waits until it is served. */
  async install(crd: KubernetesObject): Promise<void> {
    await this.apply(crd);
    const { group, versions, names } = crd.spec as {
      group: string;
      versions: { name: string; served: boolean }[];
      names: { plural: string };
    };
    const version = versions.find(({ served }) => served)?.name;
    const path = `/apis/${group}/${version}/${names.plural}`;
    await until(async () => (await this.status(path)) === 200);
  }

  async setStatus(object: KubernetesObject, status: object): Promise<void> {
    const path = `${pathOf(object)}/status`;
    const type = 'application/merge-patch+json';
    await this.#ask('PATCH', path, { status }, type);
  }

  get(object: KubernetesObject): Promise<KubernetesObject> {
    return this.#ask('GET', pathOf(object));
  }

  async remove(object: KubernetesObject): Promise<void> {
    await this.#ask('DELETE', pathOf(object));
  }

  /** Waits until a path is no longer served. */
  async gone(path: string): Promise<void> {
    await until(async () => (await this.status(path)) === 404);
  }

  /** Whether a watch could no longer go on from there. */
  async hasForgotten(path: string, resourceVersion: string): Promise<boolean> {
    const query = `watch=true&timeoutSeconds=1&resourceVersion=${resourceVersion}`;
    const { body } = await this.#send('GET', `${path}?${query}`);
    return (await body.text()).includes('"code":410');
  }

  /** HTTP status that a path answers with. */
  async status(path: string): Promise<number> {
    const { statusCode, body } = await this.#send('GET', path);
    await body.dump();
    return statusCode;
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  async #ask(method: Method, path: string, content?: object, type?: string) {
    const { statusCode, body } = await this.#send(method, path, content, type);
    const text = await body.text();
    if (statusCode >= 300) {
      throw new Error(`${method} ${path}: ${statusCode} ${text}`);
    }
    return JSON.parse(text) as KubernetesObject;
  }

  #send(method: Method, path: string, content?: object, type?: string) {
    return request(`${this.#url}${path}`, {
      method,
      dispatcher: this.#agent,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(type && { 'content-type': type }),
      },
      body: content && JSON.stringify(content),
    });
  }
}

type Method = 'GET' | 'PATCH' | 'DELETE';

function pathOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const root = apiVersion.includes('/') ? 'apis' : 'api';
  const singular = kind.toLowerCase();
  // Gatekeeper calls many constraints what it calls one.
  const plural = apiVersion.startsWith('constraints.gatekeeper.sh/')
    ? singular
    : `${singular}s`.replace(/ys$/, 'ies');
  const scope = metadata.namespace ? `/namespaces/${metadata.namespace}` : '';
  return `/${root}/${apiVersion}${scope}/${plural}/${metadata.name}`;
}
