import { randomUUID } from 'node:crypto';
import type {
  ClusterDefinition,
  FleetRecord,
  GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { ClaimRules } from '../../claims/ClaimRules';
import type { OwnershipConfig } from '../../ownership/OwnershipConfig';
import { DatabaseFleetStore } from '../DatabaseFleetStore';
import type {
  ClusterChange,
  ClusterLease,
  CollectionChange,
  CollectionKey,
} from '../FleetPollStore';
import { driftRules } from '../../drift/driftRules';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { PolicyBaseline } from '../../policy/PolicyBaseline';
import type { Access } from '../FleetQueryStore';

/** Sees everything. */
export const everything: Access = {
  clusters: true,
  applications: true,
  claims: true,
};

const ownership: OwnershipConfig = {
  labels: [
    { key: 'app.kubernetes.io/part-of', kind: 'system', namespace: 'default' },
  ],
  annotations: [],
  namespaces: [{ pattern: 'team-pay-*', entityRef: 'group:default/pay' }],
  projects: [{ pattern: 'core', entityRef: 'system:default/core' }],
};

const environments = [
  { name: 'development', words: ['development', 'dev'] },
  { name: 'staging', words: ['staging', 'stg'] },
  { name: 'production', words: ['production', 'prod'] },
];

/** A store with a clock that stands still, and short ways to fill it as a poller does. */
export class FleetFixture {
  static async create(
    database: Knex,
    options: {
      gitHosts?: GitHosts;
      baselines?: readonly PolicyBaseline[];
      claims?: ClaimRules;
      promotion?: PromotionRules;
    } = {},
  ): Promise<FleetFixture> {
    const fixture = new FleetFixture(database);
    fixture.#store = await DatabaseFleetStore.create({
      database,
      ownership,
      environments,
      links: {
        argocd: 'https://argocd.example.org/applications/{namespace}/{name}',
        logs: 'https://logs.example.org/{targetCluster}?app={name}',
      },
      drift: driftRules({
        environments: environments.map(environment => environment.name),
        gitHosts: options.gitHosts,
      }),
      baselines: () => options.baselines ?? [],
      claims: options.claims,
      promotion: options.promotion,
      staleAfterSeconds: 60,
      now: () => fixture.now,
    });
    return fixture;
  }

  private constructor(readonly database: Knex) {}

  now = new Date('2026-11-20T12:00:00.000Z');
  readonly #leases = new Map<string, ClusterLease>();
  #store!: DatabaseFleetStore;

  get store(): DatabaseFleetStore {
    return this.#store;
  }

  /** Environment, region and provider come from labels of these names. */
  async syncClusters(
    definitions: ClusterDefinition[],
    complete = true,
  ): Promise<void> {
    await this.#store.syncClusters(definitions, {
      complete,
      environmentOf: ({ labels }) => ({
        environment: labels.environment,
        region: labels.region,
        provider: labels.provider,
      }),
    });
  }

  /** Claims what is free and answers the lease of a cluster. */
  async lease(name: string): Promise<ClusterLease> {
    if (!this.#leases.has(name)) {
      const claimed = await this.#store.claimClusters({
        replica: 'replica-1',
        limit: 10_000,
        leaseSeconds: 45,
      });
      claimed.forEach(lease => this.#leases.set(lease.cluster, lease));
    }
    return this.#leases.get(name)!;
  }

  async write(name: string, change: Partial<ClusterChange>) {
    return this.#store.write(await this.lease(name), {
      at: this.now,
      collections: [],
      ...change,
    });
  }

  /** Writes a poll that went well and listed these records, and nothing else of their kinds. */
  async poll(
    name: string,
    records: FleetRecord[],
    options: { engines?: string[]; version?: string } = {},
  ) {
    const kinds = new Map<string, FleetRecord[]>();
    for (const record of records) {
      const kind = `${record.engine} ${record.apiVersion} ${record.kind}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), record]);
    }
    return this.write(name, {
      contact: {
        reachability: {
          outcome: 'ok',
          lastContactAt: this.now.toISOString(),
        },
        version: options.version ?? 'v1.34.2',
        engines: options.engines ?? ['kubernetes', 'flux'],
      },
      collections: [...kinds.values()].map(some =>
        this.collection(some, {
          listing: { id: randomUUID(), complete: true },
        }),
      ),
    });
  }

  /** A change of the collection that the records are of. */
  collection(
    records: FleetRecord[],
    change: Partial<CollectionChange> = {},
  ): CollectionChange {
    return {
      state: {
        ...collectionKeyOf(records[0]),
        projection: '1',
        outcome: 'ok',
        since: this.now,
        provenAt: this.now,
        held: false,
        populated: true,
        everySeconds: 30,
        resourceVersion: '1',
      },
      objects: records.map(record => ({
        key: record.namespace
          ? `${record.namespace}/${record.name}`
          : record.name,
        records: [record],
      })),
      ...change,
    };
  }
}

function collectionKeyOf({
  engine,
  apiVersion,
  kind,
}: FleetRecord): CollectionKey {
  const [version, group = ''] = apiVersion.split('/').reverse();
  const plural = kind.toLowerCase().replace(/y$/, 'ie');
  return { engine, group, version, kind, plural: `${plural}s` };
}
