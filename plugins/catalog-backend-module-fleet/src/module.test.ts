import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import { catalogModuleFleet } from './module';

function cluster(name: string, rest: Partial<Cluster> = {}): Cluster {
  return {
    name,
    entityRef: 'resource:default/ignored',
    hub: false,
    source: 'fleet.clusters.static[0]',
    labels: {},
    state: 'healthy',
    summary: 'fine',
    reachability: { outcome: 'ok' },
    engines: [],
    applications: {},
    workloads: {},
    namespaces: 0,
    freshness: { stale: false },
    links: [],
    ...rest,
  };
}

/** Stands for the fleet backend; pages as it does. */
class FakeFleet {
  clusters: Cluster[] = [];
  broken = false;
  /** Answers a total that the pages do not add up to. */
  missing = 0;

  plugin() {
    return createBackendPlugin({
      pluginId: 'fleet',
      register: env => {
        env.registerInit({
          deps: { router: coreServices.httpRouter },
          init: async ({ router }) =>
            router.use((request, response) => {
              if (this.broken) {
                response.status(500).json({ error: { message: 'broken' } });
                return;
              }
              const offset = Number(request.query.cursor ?? 0);
              const items = this.clusters.slice(offset, offset + 2);
              const next = offset + 2;
              const more = next < this.clusters.length;
              response.json({
                items,
                totalItems: this.clusters.length + this.missing,
                facets: {},
                pageInfo: more ? { nextCursor: String(next) } : {},
              });
            }),
        });
      },
    });
  }
}

async function eventually<T>(look: () => Promise<T>, found: (t: T) => boolean) {
  for (;;) {
    const seen = await look();
    if (found(seen)) {
      return seen;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('catalogModuleFleet', () => {
  jest.setTimeout(60_000);

  it('keeps the catalog’s clusters the same as the fleet’s', async () => {
    const fleet = new FakeFleet();
    const arn = 'arn:aws:eks:eu-west-1:123456789012:cluster/Prod';
    fleet.clusters = [
      cluster('hub', { hub: true, region: 'eu-west-1' }),
      cluster('staging-1', { environment: 'staging', version: 'v1.34.2+k3s1' }),
      cluster(arn, {
        environment: 'production',
        region: 'eu-west-1',
        provider: 'aws',
        version: 'v1.35.1',
        ownerRef: 'group:default/sre',
        links: [{ title: 'Console', url: 'https://console.example.org' }],
      }),
      cluster('registered', { source: 'fleet.clusters.catalog' }),
    ];
    const scheduler = mockServices.scheduler();
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleFleet,
        fleet.plugin(),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { seconds: 1 },
              providers: {
                fleet: {
                  defaultOwner: 'ops',
                  schedule: {
                    frequency: { minutes: 10 },
                    timeout: { seconds: 30 },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    const base = `http://localhost:${server.port()}/api/catalog`;
    const names = async () => {
      const response = await fetch(`${base}/entities?filter=kind=resource`);
      const entities = (await response.json()) as Entity[];
      return entities.map(({ metadata }) => metadata.name).sort();
    };
    const read = async (name: string) => {
      const response = await fetch(
        `${base}/entities/by-name/resource/default/${name}`,
      );
      return (await response.json()) as Entity;
    };
    const arrive = (...expected: string[]) =>
      eventually(names, seen => seen.join() === expected.sort().join());
    const look = () => scheduler.triggerTask('fleet-cluster-entities');

    await look();
    const found = await eventually(names, seen => seen.length === 3);
    const arnName = found.find(name => name.startsWith('prod-')) ?? '';
    expect(found).toEqual(['hub', arnName, 'staging-1'].sort());
    expect(await read(arnName)).toMatchObject({
      metadata: {
        title: arn,
        description: 'Kubernetes cluster of production in eu-west-1',
        labels: {
          'fleetcommander.io/environment': 'production',
          'fleetcommander.io/region': 'eu-west-1',
          'fleetcommander.io/provider': 'aws',
          'fleetcommander.io/version': 'v1.35.1',
        },
        annotations: { 'fleetcommander.io/cluster': arn },
        tags: ['production', 'eu-west-1', 'aws', 'kubernetes-1-35'],
        links: [{ title: 'Console', url: 'https://console.example.org' }],
      },
      spec: { type: 'kubernetes-cluster', owner: 'group:default/sre' },
    });

    // A read that fails, or that falls short of its own total, removes nothing.
    const [hub, staging, production] = fleet.clusters;
    fleet.clusters = [hub, staging, cluster('new')];
    fleet.broken = true;
    await look();
    fleet.broken = false;
    fleet.missing = 1;
    await look();
    await arrive('hub', 'staging-1', arnName, 'new');

    // Few go at once; what changed is brought up to date.
    fleet.missing = 0;
    fleet.clusters = [hub, { ...staging, version: 'v1.36.0' }, cluster('new')];
    await look();
    await arrive('hub', 'staging-1', 'new');
    await eventually(
      () => read('staging-1'),
      ({ metadata }) =>
        metadata.labels?.['fleetcommander.io/version'] === 'v1.36.0',
    );

    // Many go when they are still gone at the next look.
    fleet.clusters = [production];
    await look();
    await arrive('hub', 'staging-1', 'new', arnName);
    await look();
    await arrive(arnName);
  });
});
