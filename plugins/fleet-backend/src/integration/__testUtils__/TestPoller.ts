import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import knex, { type Knex } from 'knex';
import { KubeconfigSignIn } from '../../clusters/signIn/KubeconfigSignIn';
import { SignInRegistry } from '../../clusters/signIn/SignInRegistry';
import { KubeconfigClusterSource } from '../../clusters/sources/KubeconfigClusterSource';
import { builtInEngines } from '../../engines/builtInEngines';
import { DefaultClusterConnections } from '../../kubernetes/DefaultClusterConnections';
import type { KubernetesClient } from '../../kubernetes/KubernetesClient';
import { ListRecorder } from '../../polling/__testUtils__/ListRecorder';
import { FleetPoller } from '../../polling/FleetPoller';
import { DatabaseFleetStore } from '../../store/DatabaseFleetStore';
import type { TestCluster } from './TestCluster';
import { until } from './until';
import { driftRules } from '../../drift/driftRules';
import { gitManagers } from '../../drift/override/gitManagers';

const everything = {
  clusters: true,
  applications: true,
  claims: true,
} as const;

/** Polls only when told to, but for watches that are held. */
const polling = {
  intervalMs: 60 * 60_000,
  timeoutMs: 10_000,
  concurrency: 1,
  streams: 10,
  relists: 10,
};

/** The backend without its routes: it reads a kubeconfig and polls its cluster into a SQLite file. */
export class TestPoller {
  readonly store: DatabaseFleetStore;
  readonly connections: DefaultClusterConnections;
  readonly cluster: string;
  readonly #recorder = new ListRecorder();
  readonly #database: Knex;
  readonly #poller: FleetPoller;

  /** Goes on with what an earlier one left in the directory. */
  static async start(options: {
    cluster: TestCluster;
    directory: string;
  }): Promise<TestPoller> {
    const path = join(options.directory, 'kubeconfig');
    await writeFile(path, options.cluster.kubeconfig());
    const inventory = await new KubeconfigClusterSource({ path }).list();
    const database = knex({
      client: 'better-sqlite3',
      connection: { filename: join(options.directory, 'fleet.sqlite') },
      useNullAsDefault: true,
    });
    const store = await DatabaseFleetStore.create({
      database,
      ownership: { labels: [], annotations: [], namespaces: [], projects: [] },
      environments: [],
      links: {},
      drift: driftRules({ environments: [] }),
      staleAfterSeconds: 60,
    });
    const poller = new TestPoller({ inventory, database, store });
    await poller.#begin();
    return poller;
  }

  private constructor(options: {
    inventory: Awaited<ReturnType<KubeconfigClusterSource['list']>>;
    database: Knex;
    store: DatabaseFleetStore;
  }) {
    const { inventory, store } = options;
    const [definition] = inventory.clusters;
    this.cluster = definition.name;
    this.store = store;
    this.#database = options.database;
    this.connections = DefaultClusterConnections.create({
      inventory: { get: () => definition },
      signIns: SignInRegistry.create({ signIns: [new KubeconfigSignIn()] }),
      timeoutMs: polling.timeoutMs,
    });
    this.#poller = FleetPoller.create({
      logger: mockServices.logger.mock(),
      store,
      inventory: { current: () => inventory },
      connections: this.connections,
      engines: builtInEngines,
      proofKeys: [],
      gitManagers: gitManagers(),
      environmentOf: () => ({}),
      polling,
      onChange: () => {},
    });
  }

  get client(): KubernetesClient {
    return this.connections.get(this.cluster);
  }

  /** Paths of the lists that were asked for. */
  get lists(): string[] {
    return this.#recorder.lists;
  }

  /** Polls now. */
  poll() {
    return this.#poller.refresh(this.cluster);
  }

  async applications(): Promise<Application[]> {
    const { items } = await this.store.listApplications({
      access: everything,
      limit: 500,
    });
    return items;
  }

  async applicationNames(): Promise<string[]> {
    return (await this.applications()).map(({ name }) => name).sort();
  }

  async readCluster() {
    const found = await this.store.getCluster(this.cluster, everything);
    if (!found) {
      throw new Error(`the store has no cluster ${this.cluster}`);
    }
    return found;
  }

  async collection(plural: string) {
    const collections = await this.store.listCollections(this.cluster);
    const found = collections.find(collection => collection.plural === plural);
    if (!found) {
      throw new Error(`no engine reads ${plural}`);
    }
    return found;
  }

  async stop() {
    this.#recorder.stop();
    await this.#poller.stop();
    this.connections.closeAll();
    await this.#database.destroy();
  }

  async #begin() {
    this.#recorder.start();
    this.#poller.start();
    await until(async () => {
      const cluster = await this.store.getCluster(this.cluster, everything);
      return (cluster?.reachability.outcome ?? 'pending') !== 'pending';
    });
    await this.poll();
  }
}
