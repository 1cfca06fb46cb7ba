import { isDeepStrictEqual } from 'node:util';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from './ApiError';
import type { ClusterConnections } from './ClusterConnections';
import type { CredentialSource } from './CredentialSource';
import { DefaultKubernetesClient } from './DefaultKubernetesClient';
import { HttpTransport } from './HttpTransport';
import type { KubernetesClient } from './KubernetesClient';

/** Keeps one client a cluster for as long as the cluster's definition stays the same. */
export class DefaultClusterConnections implements ClusterConnections {
  readonly #inventory: {
    get(name: string): ClusterDefinition | undefined;
  };
  readonly #credentials: CredentialSource;
  readonly #timeoutMs: number;
  readonly #open = new Map<
    string,
    { transport: HttpTransport; client: KubernetesClient }
  >();

  static create(options: {
    inventory: { get(name: string): ClusterDefinition | undefined };
    signIns: CredentialSource;
    timeoutMs: number;
  }) {
    return new DefaultClusterConnections(options);
  }

  private constructor(options: {
    inventory: { get(name: string): ClusterDefinition | undefined };
    signIns: CredentialSource;
    timeoutMs: number;
  }) {
    this.#inventory = options.inventory;
    this.#credentials = options.signIns;
    this.#timeoutMs = options.timeoutMs;
  }

  get(cluster: string): KubernetesClient {
    const definition = this.#inventory.get(cluster);
    if (!definition) {
      this.close(cluster);
      throw new ApiError({
        outcome: 'misconfigured',
        message: `no source names a cluster ${cluster}`,
      });
    }
    const known = this.#open.get(cluster);
    if (known && isDeepStrictEqual(known.transport.definition, definition)) {
      return known.client;
    }
    this.close(cluster);
    const transport = new HttpTransport(definition, this.#credentials);
    const client = new DefaultKubernetesClient({
      transport,
      timeoutMs: this.#timeoutMs,
    });
    this.#open.set(cluster, { transport, client });
    return client;
  }

  /** Ends the connections of a cluster; credentials of an earlier definition are forgotten with them. */
  close(cluster: string) {
    const known = this.#open.get(cluster);
    if (known) {
      this.#open.delete(cluster);
      this.#credentials.forget(cluster);
      known.transport.close().catch(() => {});
    }
  }

  /** Ends the connections of clusters that no source names any more. */
  closeRemoved() {
    for (const cluster of [...this.#open.keys()]) {
      if (!this.#inventory.get(cluster)) {
        this.close(cluster);
      }
    }
  }

  closeAll() {
    for (const cluster of [...this.#open.keys()]) {
      this.close(cluster);
    }
  }
}
