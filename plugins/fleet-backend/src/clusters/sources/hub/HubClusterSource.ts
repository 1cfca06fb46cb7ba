import { toError } from '@backstage/errors';
import type {
  ClusterDefinition,
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import pLimit from 'p-limit';
import type { ClusterConnections } from '../../../kubernetes/ClusterConnections';
import type { KubernetesClient } from '../../../kubernetes/KubernetesClient';
import type { HubEntry } from './HubEntry';

const timeoutMs = 30_000;
const requestsAtOnce = 8;

/** Where the hubs are, and how to speak to them. */
export interface Hubs {
  inventory: { current(): { clusters: readonly ClusterDefinition[] } };
  connections: ClusterConnections;
}

/** Asks a hub for the objects of one sort that name clusters. */
export type ReadHub = (
  client: KubernetesClient,
  options: { signal: AbortSignal },
) => Promise<HubEntry[]>;

/**
 * The clusters that objects on the hubs name. Read anew each time and kept nowhere; while a hub is away, or has one entry that cannot
 * be read, nothing that it named leaves.
 */
export class HubClusterSource implements ClusterSource {
  readonly name: string;
  readonly #hubs: Hubs;
  readonly #read: ReadHub;

  constructor(options: {
    /** The config key: `fleet.clusters.hub.clusterProfile`. */
    key: string;
    hubs: Hubs;
    read: ReadHub;
  }) {
    this.name = options.key;
    this.#hubs = options.hubs;
    this.#read = options.read;
  }

  async list(): Promise<ClusterSourceResult> {
    const { clusters } = this.#hubs.inventory.current();
    const hubs = clusters.filter(cluster => cluster.hub);
    const result: ClusterSourceResult = {
      clusters: [],
      problems: [],
      complete: hubs.length > 0,
    };
    if (hubs.length === 0) {
      result.problems.push({
        key: this.name,
        message:
          'no cluster is the hub; name it as fleet.clusters.hub.cluster, or label it fleetcommander.io/hub: "true"',
      });
    }
    await Promise.all(hubs.map(hub => this.#listOf(hub, result)));
    return result;
  }

  async #listOf(hub: ClusterDefinition, result: ClusterSourceResult) {
    const fail = (object: string, error: unknown) => {
      result.complete = false;
      result.problems.push({
        key: `${this.name}, ${object}`,
        message: toError(error).message,
      });
    };
    let entries: HubEntry[] = [];
    try {
      const client = this.#hubs.connections.get(hub.name);
      const signal = AbortSignal.timeout(timeoutMs);
      entries = await this.#read(client, { signal });
    } catch (error) {
      fail(`hub ${hub.name}`, error);
    }
    const limit = pLimit(requestsAtOnce);
    const defined = await Promise.allSettled(
      entries.map(entry =>
        // Each has its own time: many of them are no reason to fail the last.
        limit(async () =>
          entry.define({ signal: AbortSignal.timeout(timeoutMs) }),
        ),
      ),
    );
    for (const [index, { object }] of entries.entries()) {
      const outcome = defined[index];
      if (outcome.status === 'rejected') {
        fail(object, outcome.reason);
      } else if (outcome.value) {
        const source = `${this.name}, ${object}`;
        result.clusters.push({ ...outcome.value, source, hub: false });
      }
    }
  }
}
