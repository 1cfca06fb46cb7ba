import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { GitHost } from '../../githost/GitHost';
import { fleetRepositoryName, startDemoGitHost } from '../../startDemoGitHost';
import { KubernetesObject, ObjectRef } from '../../types';
import { populatedClusters } from '../__fixtures__/populatedClusters';
import { createWorld, World } from '../createWorld';
import { podTemplateOf } from '../manifests/podTemplate';
import { openRepository } from './openRepository';

jest.setTimeout(60_000);

interface PolicyReport {
  scope: { kind: string; name: string };
  results: { policy: string; result: string }[];
}

const travel = { namespace: 'travel' };
const deployments = { group: 'apps', plural: 'deployments', ...travel };
const kustomizations = {
  group: 'kustomize.toolkit.fluxcd.io',
  plural: 'kustomizations',
  namespace: 'flux-system',
};
const applications = {
  group: 'argoproj.io',
  plural: 'applications',
  namespace: 'argocd',
};

let host: GitHost;
let world: World;
let clusters: Map<string, SimulatedCluster>;
let found: Record<string, string>;

beforeAll(async () => {
  host = await startDemoGitHost({ port: 0, spokes: 9, token: 'secret' });
  found = await host.readFiles(fleetRepositoryName, 'main');
  const repository = await openRepository(host, fleetRepositoryName);
  world = createWorld({ spokes: 9, seed: 1, repository });
  clusters = populatedClusters(world);
});

afterAll(async () => {
  world.stop();
  await host.stop();
});

function get(cluster: string, ref: ObjectRef): KubernetesObject | undefined {
  return clusters.get(cluster)!.get(ref);
}

function imageOf(cluster: string, name: string): string | undefined {
  const workload = get(cluster, { ...deployments, name });
  return workload && podTemplateOf(workload)?.spec.containers[0].image;
}

function readyOf(cluster: string, name: string) {
  const { conditions = [] } = (get(cluster, { ...kustomizations, name })
    ?.status ?? {}) as {
    conditions?: { type: string; status: string; message: string }[];
  };
  return conditions.find(({ type }) => type === 'Ready');
}

async function commit(files: Record<string, string | undefined>) {
  await host.commit(fleetRepositoryName, { files, message: 'Change' });
}

async function replace(path: string, from: string, to: string) {
  const { [path]: text } = await host.readFiles(fleetRepositoryName, 'main');
  await commit({ [path]: text.replace(from, to) });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** What controllers write of what they deliver, but for the moments at which they looked. */
function delivered() {
  return [...clusters].flatMap(([name, cluster]) =>
    [
      ...cluster.list('apps', 'deployments'),
      ...cluster.list('flagger.app', 'canaries'),
      ...cluster.list('', 'pods'),
    ]
      .filter(({ metadata }) => metadata.namespace === 'travel')
      .map(({ kind, metadata }) => [
        name,
        kind,
        metadata.name,
        metadata.resourceVersion,
      ]),
  );
}

it('finds everything as its repository has it, and leaves it alone', async () => {
  const before = delivered();
  world.start(clusters, { speed: 50 });
  await commit({ 'README.md': '# The fleet\n' });
  await until(() =>
    Boolean(readyOf('prod-us-east-1', 'bookings')?.message.includes('main@')),
  );
  await new Promise(resolve => setTimeout(resolve, 1500));
  expect(delivered()).toEqual(before);
  expect(imageOf('prod-eu-west-1', 'bookings-primary')).toMatch(/:1\.4\.2$/);
  expect(imageOf('prod-ap-south-1', 'tickets')).toMatch(/:3\.1\.0$/);
  for (const { metadata, status } of clusters
    .get('hub')!
    .list('argoproj.io', 'applications')
    .filter(({ spec }) => JSON.stringify(spec).includes(host.url))) {
    expect([metadata.name, status]).toEqual([
      metadata.name,
      expect.objectContaining({
        sync: expect.objectContaining({ status: 'Synced' }),
        health: expect.objectContaining({ status: 'Healthy' }),
      }),
    ]);
  }
});

it('brings a version to the clusters of its overlay, whichever engine delivers it', async () => {
  await replace(
    'apps/bookings/overlays/staging/kustomization.yaml',
    'newTag: 1.4.2',
    'newTag: 1.5.0',
  );
  await until(() =>
    ['staging-us-east-1', 'staging-ap-south-1'].every(cluster =>
      imageOf(cluster, 'bookings')?.endsWith(':1.5.0'),
    ),
  );
  await replace(
    'apps/tickets/overlays/staging/values.yaml',
    'tag: 3.1.0',
    'tag: 3.2.0',
  );
  await until(() =>
    Boolean(imageOf('staging-us-east-1', 'tickets')?.endsWith(':3.2.0')),
  );
  expect(imageOf('prod-us-east-1', 'tickets')).toMatch(/:3\.1\.0$/);
});

it('has production try it as a canary first', async () => {
  await replace(
    'apps/bookings/overlays/prod/us-east-1/kustomization.yaml',
    'newTag: 1.4.2',
    'newTag: 1.5.0',
  );
  await until(() =>
    Boolean(imageOf('prod-us-east-1', 'bookings')?.endsWith(':1.5.0')),
  );
  expect(imageOf('prod-us-east-1', 'bookings-primary')).toMatch(/:1\.4\.2$/);
  await until(() =>
    Boolean(imageOf('prod-us-east-1', 'bookings-primary')?.endsWith(':1.5.0')),
  );
  expect(imageOf('prod-ap-south-1', 'bookings-primary')).toMatch(/:1\.4\.2$/);
});

it('tells which image is not there, and what does not build, and goes on where they were mended', async () => {
  const path = 'apps/pricing/overlays/staging/kustomization.yaml';
  await replace(path, 'newTag: 2.3.0', 'newTag: 2.4.0-broken');
  await until(
    () => readyOf('staging-us-east-1', 'pricing')?.status === 'False',
  );
  expect(readyOf('staging-us-east-1', 'pricing')).toMatchObject({
    reason: 'HealthCheckFailed',
    message: expect.stringContaining('Deployment/travel/pricing'),
  });
  await commit({ [path]: 'resources: [../../nowhere]\n' });
  await until(() =>
    Boolean(
      readyOf('staging-us-east-1', 'pricing')?.message.includes('nowhere'),
    ),
  );
  expect(readyOf('staging-us-east-1', 'pricing')).toMatchObject({
    reason: 'BuildFailed',
    message: expect.stringMatching(/^kustomize build failed: .*not a valid/),
  });
  await commit({ [path]: found[path] });
  await until(() => readyOf('staging-us-east-1', 'pricing')?.status === 'True');
});

it('begins to deliver what is added to a cluster, and takes away what is removed', async () => {
  const base = 'apps/refunds/base';
  const flux = 'clusters/dev-us-east-1';
  const argocd = 'clusters/dev-eu-west-1';
  const added = (path: string) => found[path].replaceAll('bookings', 'refunds');
  const files = {
    ...Object.fromEntries(
      Object.keys(found)
        .filter(path => path.startsWith('apps/bookings/base/'))
        .map(path => [path.replace('bookings', 'refunds'), added(path)]),
    ),
    'apps/refunds/overlays/dev/kustomization.yaml': added(
      'apps/bookings/overlays/dev/kustomization.yaml',
    ),
    [`${flux}/refunds.yaml`]: added(`${flux}/bookings.yaml`),
    [`${argocd}/refunds.yaml`]: added(`${argocd}/bookings.yaml`),
  };
  const list = (folder: string) => ({
    [`${folder}/kustomization.yaml`]: `${
      found[`${folder}/kustomization.yaml`]
    }  - refunds.yaml\n`,
  });
  expect(files).toHaveProperty([`${base}/kustomization.yaml`]);
  await commit({ ...files, ...list(flux), ...list(argocd) });
  const places = ['dev-us-east-1', 'dev-eu-west-1'];
  await until(() =>
    places.every(cluster => imageOf(cluster, 'refunds')?.endsWith(':1.5.0')),
  );
  await until(() => readyOf('dev-us-east-1', 'refunds')?.status === 'True');

  await commit({
    ...Object.fromEntries(Object.keys(files).map(path => [path, undefined])),
    [`${flux}/kustomization.yaml`]: found[`${flux}/kustomization.yaml`],
    [`${argocd}/kustomization.yaml`]: found[`${argocd}/kustomization.yaml`],
  });
  await until(
    () =>
      places.every(cluster => !imageOf(cluster, 'refunds')) &&
      !get('dev-us-east-1', { ...kustomizations, name: 'refunds' }) &&
      !get('dev-eu-west-1', { ...applications, name: 'refunds' }),
  );
  const pods = clusters.get('dev-us-east-1')!.list('', 'pods');
  expect(
    pods.filter(({ metadata }) => metadata.name.startsWith('refunds')),
  ).toEqual([]);
});

it('has Argo CD generate what a set lists, until it lists it no more', async () => {
  const hub = 'clusters/hub';
  const set = (elements: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: seats, namespace: argocd }
spec:
  goTemplate: true
  generators: [{ list: { elements: [${elements}] } }]
  template:
    metadata: { name: "seats-{{.cluster}}" }
    spec:
      source: { repoURL: "${host.url}/platform/fleet", path: "{{ .path }}" }
      destination: { name: "{{.cluster}}", namespace: travel }
      syncPolicy: { automated: { prune: true } }
`;
  const staging =
    '{ cluster: staging-ap-south-1, path: apps/seats/overlays/staging }';
  const { [`${hub}/kustomization.yaml`]: listed } = found;
  await commit({
    'apps/seats/overlays/staging/deployment.yaml': found[
      'apps/pricing/base/deployment.yaml'
    ].replaceAll('pricing', 'seats'),
    [`${hub}/seats.yaml`]: set(staging),
    [`${hub}/kustomization.yaml`]: `${listed}  - seats.yaml\n`,
  });
  await until(() => imageOf('staging-ap-south-1', 'seats') !== undefined);
  expect(
    get('hub', { ...applications, name: 'seats-staging-ap-south-1' }),
  ).toBeDefined();
  await commit({ [`${hub}/seats.yaml`]: set('') });
  await until(() => imageOf('staging-ap-south-1', 'seats') === undefined);
});

it('lets policies be broken as its repository says, and no more', async () => {
  const folder = 'clusters/prod-us-east-1/exceptions';
  const list = `${folder}/kustomization.yaml`;
  const verdictOn = (workload: string, policy: string) =>
    clusters
      .get('prod-us-east-1')!
      .list('wgpolicyk8s.io', 'policyreports')
      .map(report => report as unknown as PolicyReport)
      .find(
        ({ scope }) => scope.kind === 'Deployment' && scope.name === workload,
      )
      ?.results.find(result => result.policy === policy)?.result;
  const exception = (name: string) =>
    get('prod-us-east-1', {
      group: 'kyverno.io',
      plural: 'policyexceptions',
      namespace: 'discovery',
      name,
    });
  expect(exception('indexer-as-root')).toMatchObject({
    metadata: { labels: { 'kustomize.toolkit.fluxcd.io/name': 'fleet' } },
  });
  expect([
    verdictOn('indexer', 'require-run-as-nonroot'),
    verdictOn('cart', 'require-requests-limits'),
  ]).toEqual(['skip', 'fail']);
  await commit({
    [`${folder}/indexer-as-root.yaml`]: undefined,
    [`${folder}/cart.yaml`]: `apiVersion: kyverno.io/v2
kind: PolicyException
metadata: { name: cart, namespace: shop }
spec:
  exceptions:
    - policyName: require-requests-limits
      ruleNames: ['autogen-validate-*']
  match:
    any:
      - resources: { kinds: [Deployment], namespaces: [shop], names: ['car?'] }
`,
    [list]: found[list].replace('indexer-as-root.yaml', 'cart.yaml'),
  });
  await until(() => exception('indexer-as-root') === undefined);
  await until(
    () =>
      verdictOn('indexer', 'require-run-as-nonroot') === 'fail' &&
      verdictOn('cart', 'require-requests-limits') === 'skip',
  );
});
