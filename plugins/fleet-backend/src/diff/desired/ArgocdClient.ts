import { Agent, request } from 'undici';

/** An object as an Argo CD compares it. JSON texts; absent or `null`: there is none. */
export interface ManagedResource {
  group?: string;
  kind?: string;
  namespace?: string;
  name?: string;
  targetState?: string;
}

/** A cluster that an Argo CD deploys to, as its API tells it. */
export interface ArgocdCluster {
  name?: string;
  server?: string;
  labels?: unknown;
  config?: unknown;
}

/** Where an Argo CD's API is, and how to sign in to it. */
export interface ArgocdInstance {
  /** On which it runs. */
  cluster: string;
  url: string;
  token: string;
  skipTLSVerify: boolean;
}

const timeoutMs = 10_000;
const mostBytes = 16 * 1024 * 1024;

/** What is asked for, and the right that it takes. */
interface Asked {
  what: string;
  right: string;
}

/** Argo CD did not answer what was asked; the message says why, and what to do. */
export class ArgocdError extends Error {
  readonly name = 'ArgocdError';
}

/** Asks the API of one Argo CD. Its token goes to the configured URL only: no redirect is followed. */
export class ArgocdClient {
  readonly #instance: ArgocdInstance;
  readonly #dispatcher: Agent;

  constructor(instance: ArgocdInstance) {
    this.#instance = instance;
    this.#dispatcher = new Agent({
      connect: { rejectUnauthorized: !instance.skipTLSVerify },
      maxResponseSize: mostBytes,
    });
  }

  /** What an Application manages, of one kind in one namespace. Throws ArgocdError. */
  async managedResources(
    application: { name: string; namespace?: string; project?: string },
    of: { group: string; kind: string; namespace?: string },
  ): Promise<ManagedResource[]> {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({
      appNamespace: application.namespace,
      project: application.project,
      group: of.group,
      kind: of.kind,
      namespace: of.namespace,
    })) {
      if (value) {
        query.set(key, value);
      }
    }
    const answer = await this.#get(
      `/api/v1/applications/${encodeURIComponent(
        application.name,
      )}/managed-resources?${query}`,
      { what: 'the Application', right: 'applications, get' },
    );
    return (answer as { items?: ManagedResource[] }).items ?? [];
  }

  /** The clusters that it deploys to. Throws ArgocdError. */
  async clusters(): Promise<ArgocdCluster[]> {
    const answer = await this.#get('/api/v1/clusters', {
      what: 'its clusters',
      right: 'clusters, get',
    });
    return (answer as { items?: ArgocdCluster[] | null }).items ?? [];
  }

  async #get(path: string, asked: Asked): Promise<unknown> {
    const { url, token } = this.#instance;
    const { host } = new URL(url);
    const answer = await request(`${url.replace(/\/+$/, '')}${path}`, {
      dispatcher: this.#dispatcher,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(error => {
      throw new ArgocdError(
        `Argo CD at ${host} could not be reached: ${wordsFor(error)}`,
      );
    });
    const { statusCode, body } = answer;
    if (statusCode !== 200) {
      await body.dump();
      throw new ArgocdError(
        refusal(statusCode, host, this.#instance.cluster, asked),
      );
    }
    return body.json().catch(() => {
      throw new ArgocdError(
        `Argo CD at ${host} did not answer in JSON: see whether fleet.argocd names the URL of its API`,
      );
    });
  }
}

function refusal(
  status: number,
  host: string,
  cluster: string,
  { what, right }: Asked,
): string {
  switch (status) {
    case 401:
      return `Argo CD at ${host} does not accept the token of fleet.argocd for cluster ${cluster}`;
    case 403:
      return `the account of fleet.argocd for cluster ${cluster} may not see ${what} in Argo CD: grant it "${right}"`;
    case 404:
      return `Argo CD at ${host} does not know ${what}`;
    default:
      return `Argo CD at ${host} answered ${status}`;
  }
}

function wordsFor(error: Error & { code?: string }): string {
  return error.name === 'TimeoutError'
    ? `no answer within ${timeoutMs / 1_000} s`
    : error.code ?? error.message;
}
