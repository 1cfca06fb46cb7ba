import { stringify } from 'yaml';
import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { GitHost } from '../../githost/GitHost';
import { fleetRepositoryName, startDemoGitHost } from '../../startDemoGitHost';
import {
  emptyCluster,
  populatedClusters,
} from '../__fixtures__/populatedClusters';
import { createWorld, World } from '../createWorld';
import { openRepository } from '../repository/openRepository';

const name = 'staging-eu-central-1';
const claims = 'infrastructure/claims/staging';
const order = {
  apiVersion: 'platform.example.org/v1alpha1',
  kind: 'KubernetesCluster',
  metadata: { name, namespace: 'fleet-system' },
  spec: {
    cloudProvider: 'gcp',
    region: 'eu-central-1',
    environment: 'staging',
    owner: 'sre',
    kubernetes: { version: '1.35' },
    nodeGroups: [
      {
        name: 'general',
        instanceType: 'e2-standard-4',
        minSize: 2,
        maxSize: 4,
      },
    ],
  },
};

jest.setTimeout(60_000);

let host: GitHost;
let world: World;
let clusters: Map<string, SimulatedCluster>;

beforeAll(async () => {
  host = await startDemoGitHost({ port: 0, spokes: 2, token: 'secret' });
  const repository = await openRepository(host, fleetRepositoryName);
  world = createWorld({ spokes: 2, seed: 1, repository });
  clusters = populatedClusters(world);
  world.start(clusters, {
    speed: 50,
    calm: true,
    cloud: {
      create: plan => {
        const cluster = emptyCluster(plan.name, plan.version);
        clusters.set(plan.name, cluster);
        return cluster;
      },
      withdraw: () => {},
      delete: cluster => clusters.delete(cluster),
    },
  });
});

afterAll(async () => {
  world.stop();
  await host.stop();
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

it('begins in a folder of the repository, and has from there what is added to it', async () => {
  const path = `${claims}/kustomization.yaml`;
  const found = await host.readFiles(fleetRepositoryName, 'main', claims);
  await host.commit(fleetRepositoryName, {
    message: 'Order a cluster',
    files: {
      [`${claims}/${name}.yaml`]: stringify(order),
      [path]: found[path].replace('resources:', `resources:\n  - ${name}.yaml`),
    },
  });
  const namespace = (of: string) =>
    clusters.get(name)?.get({ group: '', plural: 'namespaces', name: of });
  await until(() => namespace('travel') !== undefined);

  const folder = `clusters/${name}`;
  const begun = await host.readFiles(fleetRepositoryName, 'main', folder);
  const root = begun[`${folder}/kustomization.yaml`];
  expect(Object.keys(begun).sort()).toEqual([
    `${folder}/kustomization.yaml`,
    `${folder}/tenants.yaml`,
  ]);
  await host.commit(fleetRepositoryName, {
    message: 'Add a namespace',
    files: {
      [`${folder}/kustomization.yaml`]: `${root}  - games.yaml\n`,
      [`${folder}/games.yaml`]:
        'apiVersion: v1\nkind: Namespace\nmetadata: { name: games }\n',
    },
  });
  await until(() => namespace('games') !== undefined);
});
