import { GitHost } from '../../githost/GitHost';
import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { startDemoGitHost, fleetRepositoryName } from '../../startDemoGitHost';
import { populatedClusters } from '../__fixtures__/populatedClusters';
import { createWorld, World } from '../createWorld';
import { Kustomization } from '../status/kustomizationStatus';
import { openRepository } from './openRepository';

const claims = 'infrastructure/claims';
const order = `apiVersion: platform.example.org/v1alpha1
kind: KubernetesCluster
metadata:
  name: staging-eu-central-1
  namespace: fleet-system
spec:
  cloudProvider: gcp
  region: eu-central-1
  environment: staging
  owner: sre
  kubernetes:
    version: "1.35"
  nodeGroups:
    - name: general
      instanceType: e2-standard-4
      minSize: 2
      maxSize: 4
`;

jest.setTimeout(60_000);

let host: GitHost;
let world: World;
let hub: SimulatedCluster;

let files: Record<string, string>;

beforeAll(async () => {
  host = await startDemoGitHost({ port: 0, spokes: 3, token: 'secret' });
  files = await host.readFiles(fleetRepositoryName, 'main', claims);
  const repository = await openRepository(host, fleetRepositoryName);
  world = createWorld({ spokes: 3, seed: 1, repository });
  const clusters = populatedClusters(world);
  hub = clusters.get('hub')!;
  world.start(clusters, { speed: 50 });
});

afterEach(async () => {
  const added = { [`${claims}/staging/staging-eu-central-1.yaml`]: undefined };
  await attempted(await commit({ ...files, ...added }));
});

afterAll(async () => {
  world.stop();
  await host.stop();
});

async function commit(changed: Record<string, string | undefined>) {
  const revision = await host.commit(fleetRepositoryName, {
    files: changed,
    message: 'Change claims',
  });
  return `main@sha1:${revision}`;
}

function kustomization(): Kustomization {
  return hub.get({
    group: 'kustomize.toolkit.fluxcd.io',
    plural: 'kustomizations',
    namespace: 'flux-system',
    name: 'claims',
  }) as Kustomization;
}

async function attempted(revision: string): Promise<Kustomization> {
  for (;;) {
    const { status } = kustomization();
    const isOver = status?.conditions?.some(
      ({ type, status: held }) => type === 'Ready' && held !== 'Unknown',
    );
    if (status?.lastAttemptedRevision === revision && isOver) {
      await new Promise(resolve => setTimeout(resolve, 200));
      return kustomization();
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function readyOf({ status }: Kustomization) {
  return status!.conditions!.find(({ type }) => type === 'Ready');
}

function claim(name: string) {
  return hub.get({
    group: 'platform.example.org',
    plural: 'kubernetesclusters',
    namespace: 'fleet-system',
    name,
  });
}

function list(environment: string, change: (text: string) => string) {
  const path = `${claims}/${environment}/kustomization.yaml`;
  return { [path]: change(files[path]) };
}

it('finds nothing to do in a repository that is as the hub is', async () => {
  const before = claim('prod-us-east-1');
  const revision = await commit({ 'README.md': '# The fleet\n' });
  const live = await attempted(revision);
  expect(readyOf(live)).toMatchObject({ status: 'True' });
  expect(claim('prod-us-east-1')).toEqual(before);
});

it('applies what is merged, and prunes what is no longer there', async () => {
  const added = await commit({
    [`${claims}/staging/staging-eu-central-1.yaml`]: order,
    ...list('staging', text => `${text}  - staging-eu-central-1.yaml\n`),
  });
  const live = await attempted(added);
  expect(readyOf(live)).toMatchObject({
    status: 'True',
    message: `Applied revision: ${added}`,
  });
  expect(claim('staging-eu-central-1')).toMatchObject({
    metadata: { labels: { 'kustomize.toolkit.fluxcd.io/name': 'claims' } },
    spec: { addons: [] },
  });

  const removed = await commit({
    [`${claims}/staging/staging-eu-central-1.yaml`]: undefined,
    ...list('staging', text =>
      text.replace('  - staging-eu-central-1.yaml\n', ''),
    ),
  });
  await attempted(removed);
  const gone = claim('staging-eu-central-1');
  expect(gone?.metadata.deletionTimestamp ?? 'gone').toBeDefined();
});

it.each([
  [
    'a region that nobody offers',
    order.replace('eu-central-1\n  environment', 'mars\n  environment'),
    'ReconciliationFailed',
    'KubernetesCluster/fleet-system/staging-eu-central-1 dry-run failed (Invalid): KubernetesCluster.platform.example.org "staging-eu-central-1" is invalid: spec.region: Unsupported value: "mars": supported values: "us-east-1"',
  ],
  [
    'fewer nodes at most than at least',
    order.replace('maxSize: 4', 'maxSize: 1'),
    'ReconciliationFailed',
    'spec.nodeGroups[0]: Invalid value: "object": minSize must not be above maxSize',
  ],
  [
    'too few nodes for production',
    order.replace('environment: staging', 'environment: production'),
    'ReconciliationFailed',
    'a production cluster has a node group of at least 3 nodes',
  ],
  [
    'a namespace that is not there',
    order.replace('fleet-system', 'nowhere'),
    'ReconciliationFailed',
    'dry-run failed (NotFound): namespaces "nowhere" not found',
  ],
  [
    'YAML that is none',
    order.replace('  name: staging', '  name: : staging'),
    'BuildFailed',
    'MalformedYAMLError',
  ],
])('refuses %s and applies nothing', async (_, text, reason, message) => {
  const revision = await commit({
    [`${claims}/staging/staging-eu-central-1.yaml`]: text,
    [`${claims}/dev/dev-us-east-1.yaml`]: order
      .replace('staging-eu-central-1', 'dev-us-east-2')
      .replace('environment: staging', 'environment: development'),
    ...list(
      'staging',
      resources => `${resources}  - staging-eu-central-1.yaml\n`,
    ),
  });
  const live = await attempted(revision);
  expect(readyOf(live)).toMatchObject({
    status: 'False',
    reason,
    message: expect.stringContaining(message),
  });
  expect(claim('staging-eu-central-1')).toBe(undefined);
  expect(claim('dev-us-east-2')).toBe(undefined);
  expect(claim('dev-us-east-1')).toBeDefined();
});

it('says which file a kustomization names that is not there', async () => {
  const revision = await commit(
    list('prod', text => `${text}  - forgotten.yaml\n`),
  );
  expect(readyOf(await attempted(revision))).toMatchObject({
    reason: 'BuildFailed',
    message: expect.stringContaining(
      `${claims}/prod/forgotten.yaml: no such file or directory`,
    ),
  });
});
