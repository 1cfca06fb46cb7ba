import type { DemoCluster } from '@fleetcommander/demo-fleet';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

const contentTypes = {
  apply: 'application/apply-patch+yaml',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

/** Writes to a cluster as clients do, each under its own name. */
export class ClusterClient {
  constructor(private readonly cluster: DemoCluster) {}

  async get(path: string): Promise<KubernetesObject | undefined> {
    const answer = await this.#send('GET', path);
    return answer.status === 404
      ? undefined
      : (answer.json() as Promise<KubernetesObject>);
  }

  async patch(
    path: string,
    type: keyof typeof contentTypes,
    manager: string,
    body: object,
  ): Promise<void> {
    const force = type === 'apply' ? '&force=true' : '';
    await this.#send('PATCH', `${path}?fieldManager=${manager}${force}`, {
      type: contentTypes[type],
      body,
    });
  }

  async delete(path: string): Promise<void> {
    await this.#send('DELETE', path);
  }

  async #send(
    method: string,
    path: string,
    sent?: { type: string; body: object },
  ): Promise<Response> {
    const answer = await fetch(`${this.cluster.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.cluster.token('admin')}`,
        ...(sent && { 'content-type': sent.type }),
      },
      body: sent && JSON.stringify(sent.body),
    });
    if (!answer.ok && !(method === 'GET' && answer.status === 404)) {
      throw new Error(
        `${method} ${path} answers ${answer.status}: ${await answer.text()}`,
      );
    }
    return answer;
  }
}
