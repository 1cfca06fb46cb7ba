import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterDefinition,
  Engine,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import type { EnvironmentOf, FleetPollStore } from '../store/FleetPollStore';
import { Budgets } from './Budgets';
import { ClusterPoller } from './ClusterPoller';
import type { ClusterPolling } from './ClusterPolling';
import { Contacts } from './Contacts';
import { lookedAt } from './pace';
import type { PollingOptions } from './PollingOptions';

/** The clusters that there are, as their sources name them. */
export interface PolledInventory {
  current(): { clusters: readonly ClusterDefinition[]; complete: boolean };
}

export interface FleetPollerOptions {
  logger: LoggerService;
  store: FleetPollStore;
  inventory: PolledInventory;
  connections: ClusterConnections;
  engines: readonly Engine[];
  /** Labels and annotations that prove which entity an object belongs to. */
  proofKeys: readonly string[];
  /** Names by which clients that write for Git sign the fields that they set. */
  gitManagers: ReadonlySet<string>;
  environmentOf: EnvironmentOf;
  polling: PollingOptions;
  /** The store has something new. */
  onChange: () => void;
  /** Asks the replica that holds the cluster to poll it now. */
  askOthers?: (cluster: string) => void;
}

const tickMs = 5_000;
const leaseSeconds = 45;

/**
 * Takes its share of the clusters from the database and polls them. Replicas find each other there, and need no coordinator: each
 * leases what is free up to its share, and lets go of what is above it when another replica comes.
 */
export class FleetPoller implements ClusterPolling {
  readonly #options: FleetPollerOptions;
  readonly #replica = randomUUID();
  readonly #budgets: Budgets;
  readonly #contacts: Contacts;
  readonly #pollers = new Map<string, ClusterPoller>();
  /** Pollers that wait until a source names their cluster. */
  readonly #unnamed = new Map<string, ClusterPoller>();
  #timer?: NodeJS.Timeout;
  #ticking?: Promise<void>;
  #stopped = false;
  #storeAway = false;

  static create(options: FleetPollerOptions) {
    return new FleetPoller(options);
  }

  private constructor(options: FleetPollerOptions) {
    this.#options = options;
    this.#budgets = new Budgets(options.polling);
    this.#contacts = new Contacts(options.store);
  }

  start() {
    this.#tick();
  }

  /** Ends all polls and gives the clusters back. */
  async stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#ticking;
    await Promise.all([...this.#pollers.keys()].map(name => this.#drop(name)));
    this.#contacts.stop();
    // Others need not wait until it is missed.
    await this.#options.store
      .heartbeat(this.#replica, { ttlSeconds: 0 })
      .catch(() => {});
  }

  async refresh(cluster: string) {
    if (!(await this.refreshIfHeld(cluster))) {
      this.#options.askOthers?.(cluster);
    }
  }

  /** Polls the cluster now if this replica holds it; answers whether it does. */
  async refreshIfHeld(cluster: string): Promise<boolean> {
    if (!this.#unnamed.has(cluster)) {
      await this.#pollers.get(cluster)?.refresh();
    }
    return this.#pollers.has(cluster);
  }

  interest(clusters: readonly string[]) {
    for (const cluster of lookedAt(clusters)) {
      if (!this.#unnamed.has(cluster)) {
        this.#pollers.get(cluster)?.interest();
      }
    }
  }

  /** Takes notice of a changed inventory now instead of at the next tick. */
  inventoryChanged() {
    this.#tick();
  }

  #tick() {
    clearTimeout(this.#timer);
    if (this.#stopped) {
      return;
    }
    this.#ticking ??= this.#tickOnce()
      .then(
        () => {
          if (this.#storeAway) {
            this.#storeAway = false;
            this.#options.logger.info('The database is back, polling goes on');
          }
        },
        error => {
          // Said once: it is tried every few seconds.
          if (!this.#storeAway) {
            this.#storeAway = true;
            this.#options.logger.error(
              'The database is away: polling goes on when it is back',
              error instanceof Error ? error : undefined,
            );
          }
        },
      )
      .finally(() => {
        this.#ticking = undefined;
        clearTimeout(this.#timer);
        if (!this.#stopped) {
          this.#timer = setTimeout(() => this.#tick(), tickMs);
        }
      });
  }

  async #tickOnce() {
    const { store, inventory, environmentOf } = this.#options;
    const { clusters, complete } = inventory.current();
    await store.syncClusters(clusters, { complete, environmentOf });
    const replicas = await store.heartbeat(this.#replica, {
      ttlSeconds: leaseSeconds,
    });
    const { lost } = await store.renewLeases(
      [...this.#pollers.values()].map(({ lease }) => lease),
      { leaseSeconds },
    );
    this.#startNamed();
    // Stops take as long as a poll that is under way; leases do not wait for them.
    for (const { cluster } of lost) {
      this.#forget(cluster);
    }
    const share = Math.ceil(
      (await store.countClusters()) / Math.max(1, replicas),
    );
    const held = [...this.#pollers.keys()];
    for (const cluster of held.slice(share)) {
      this.#drop(cluster);
    }
    if (this.#pollers.size < share && !this.#stopped) {
      await this.#claim(share - this.#pollers.size);
    }
  }

  async #claim(limit: number) {
    const { store, polling } = this.#options;
    const leases = await store.claimClusters({
      replica: this.#replica,
      limit,
      leaseSeconds,
    });
    for (const [index, lease] of leases.entries()) {
      const poller = new ClusterPoller({
        ...this.#options,
        lease,
        budgets: this.#budgets,
        contacts: this.#contacts,
        onLeaseLost: () => this.#forget(lease.cluster),
      });
      this.#pollers.set(lease.cluster, poller);
      if (this.#isNamed(lease.cluster)) {
        // Spread over an interval, so that the polls after the first do not all come at once.
        const spread = Math.min(polling.intervalMs, leases.length * 20);
        poller.start((index / leases.length) * spread);
      } else {
        this.#unnamed.set(lease.cluster, poller);
      }
    }
  }

  /** After a restart sources answer one by one: a cluster that none names yet is known from before, and nothing is wrong with it. */
  #isNamed(cluster: string): boolean {
    const { clusters, complete } = this.#options.inventory.current();
    return complete || clusters.some(({ name }) => name === cluster);
  }

  #startNamed() {
    for (const [cluster, poller] of this.#unnamed) {
      if (this.#isNamed(cluster)) {
        this.#unnamed.delete(cluster);
        poller.start(0);
      }
    }
  }

  async #forget(cluster: string) {
    const poller = this.#pollers.get(cluster);
    this.#pollers.delete(cluster);
    this.#unnamed.delete(cluster);
    await poller?.stop();
  }

  async #drop(cluster: string) {
    const lease = this.#pollers.get(cluster)?.lease;
    await this.#forget(cluster);
    if (lease) {
      await this.#options.store.releaseCluster(lease).catch(() => {});
    }
  }
}
