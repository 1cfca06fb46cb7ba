import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterDefinition,
  Engine,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { DemoFleet } from '@fleetcommander/demo-fleet';
import createKnex, { type Knex } from 'knex';
import { readFleetConfig } from '../../clusters/config/readFleetConfig';
import { environmentOf } from '../../clusters/environmentOf';
import { builtInEngines } from '../../engines/builtInEngines';
import { DefaultClusterConnections } from '../../kubernetes/DefaultClusterConnections';
import { DatabaseFleetStore } from '../../store/DatabaseFleetStore';
import { FleetPoller, type PolledInventory } from '../FleetPoller';
import { driftRules } from '../../drift/driftRules';
import { gitManagers } from '../../drift/override/gitManagers';
import type { PollingOptions } from '../PollingOptions';

/** A SQLite database in a file of its own. */
export function createDatabase(): Knex {
  return createKnex({
    client: 'better-sqlite3',
    useNullAsDefault: true,
    connection: {
      filename: join(mkdtempSync(join(tmpdir(), 'fleet-')), 'fleet.sqlite'),
    },
  });
}

/** The clusters of a demo fleet, as a source would name them. */
export function definitionsOf(fleet: DemoFleet): ClusterDefinition[] {
  return [...fleet.clusters.values()].map(cluster => ({
    name: cluster.name,
    url: cluster.url,
    labels: {
      environment: cluster.plan.environment,
      region: cluster.plan.region,
    },
    hub: cluster.plan.hub,
    source: 'test',
    signIn: {
      provider: 'serviceAccount',
      parameters: { token: cluster.token('reader') },
    },
  }));
}

/** A replica that polls the clusters of a demo fleet into a database. */
export async function startPolling(options: {
  database: Knex;
  clusters: ClusterDefinition[];
  polling?: Partial<PollingOptions>;
  engines?: readonly Engine[];
  /** What sources have named by now; by default every cluster. */
  inventory?: PolledInventory;
}) {
  const { clusters, engines = builtInEngines } = options;
  const { fleet } = readFleetConfig(new ConfigReader({}), {
    engines: builtInEngines.map(({ name }) => name),
  });
  const store = await DatabaseFleetStore.create({
    database: options.database,
    ownership: fleet.ownership,
    environments: fleet.environments,
    links: {},
    drift: driftRules({ environments: [] }),
    staleAfterSeconds: 60,
  });
  const connections = DefaultClusterConnections.create({
    inventory: { get: name => clusters.find(c => c.name === name) },
    signIns: {
      get: async ({ signIn }) => ({ token: String(signIn.parameters?.token) }),
      forget: () => {},
    },
    timeoutMs: 1_000,
  });
  const poller = FleetPoller.create({
    logger: mockServices.logger.mock(),
    store,
    inventory: options.inventory ?? {
      current: () => ({ clusters, complete: true }),
    },
    connections,
    engines,
    proofKeys: ['backstage.io/kubernetes-id'],
    gitManagers: gitManagers(),
    environmentOf: environmentOf(fleet),
    polling: {
      intervalMs: 300,
      timeoutMs: 1_000,
      concurrency: 10,
      streams: 1_000,
      relists: 5,
      ...options.polling,
    },
    onChange: () => {},
  });
  poller.start();
  return {
    store,
    poller,
    async stop() {
      await poller.stop();
      connections.closeAll();
    },
  };
}
