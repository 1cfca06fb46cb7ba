import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  helmRelease,
  kustomization,
  namespace,
} from './__testUtils__/manifests';
import { readCrd } from './__testUtils__/readCrd';
import { startTestCluster } from './__testUtils__/startTestCluster';
import type { TestCluster } from './__testUtils__/TestCluster';
import { TestPoller } from './__testUtils__/TestPoller';

jest.setTimeout(600_000);

const helmReleases = 'helmreleases.helm.toolkit.fluxcd.io';

/** Each test goes on where the one before has left the cluster. */
describe('what the reader of deploy/rbac may do', () => {
  const directory = createMockDirectory();
  let cluster: TestCluster;
  let poller: TestPoller;

  beforeAll(async () => {
    cluster = await startTestCluster();
    await cluster.admin.install(
      await readCrd('kustomizations.kustomize.toolkit.fluxcd.io'),
    );
    await cluster.admin.apply(namespace);
    await cluster.admin.apply(kustomization('shop'));
    await cluster.admin.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'password', namespace: 'shop' },
      stringData: { password: 'hunter2' },
    });
    await cluster.admin.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'shop' },
      data: { colour: 'blue' },
    });
    poller = await TestPoller.start({ cluster, directory: directory.path });
  });

  afterAll(async () => {
    await poller?.stop();
    await cluster?.stop();
  });

  it('is to read all that is installed, and to tell that from what is not', async () => {
    const collections = await poller.store.listCollections(poller.cluster);
    const withOutcome = (wanted: string) =>
      collections.filter(({ outcome }) => outcome === wanted);
    expect([
      ...withOutcome('ok'),
      ...withOutcome('not-installed'),
    ]).toHaveLength(collections.length);
    // API servers differ in which admission policies they serve.
    const readable = withOutcome('ok')
      .filter(({ group }) => group !== 'admissionregistration.k8s.io')
      .map(({ plural }) => plural);
    expect(readable.sort()).toEqual([
      'configmaps',
      'cronjobs',
      'daemonsets',
      'deployments',
      'events',
      'jobs',
      'kustomizations',
      'namespaces',
      'nodes',
      'services',
      'statefulsets',
    ]);
  });

  it('is to look at pods and events, and at no Secret', async () => {
    const { client } = poller;
    const core = { group: '', version: 'v1', namespace: 'shop' };
    await client.list({ ...core, plural: 'pods' }, { limit: 1 });
    await client.list({ ...core, plural: 'events' }, { limit: 1 });
    const secrets = { ...core, plural: 'secrets' };
    await expect(client.list(secrets, {})).rejects.toMatchObject({
      outcome: 'not-allowed',
      status: 403,
    });
    await expect(
      client.get({ ...secrets, name: 'password' }),
    ).rejects.toMatchObject({ outcome: 'not-allowed' });
  });

  it('is, where that was granted, to get what applications deploy', async () => {
    await cluster.grantObjectReader();
    const { client } = poller;
    const core = { group: '', version: 'v1', namespace: 'shop' };
    const settings = { ...core, plural: 'configmaps', name: 'settings' };
    await expect(client.get(settings)).resolves.toMatchObject({
      data: { colour: 'blue' },
    });
    await expect(
      client.get({ ...core, plural: 'secrets', name: 'password' }),
    ).rejects.toMatchObject({ outcome: 'not-allowed' });
  });

  it('is to change nothing', async () => {
    await expect(
      poller.client.patch(
        {
          group: 'kustomize.toolkit.fluxcd.io',
          version: 'v1',
          plural: 'kustomizations',
          namespace: 'shop',
          name: 'shop',
        },
        { spec: { suspend: true } },
        {
          type: 'application/merge-patch+json',
          fieldManager: 'fleetcommander',
        },
      ),
    ).rejects.toMatchObject({ outcome: 'not-allowed' });
  });

  it('follows kinds that come and go', async () => {
    const crd = await readCrd(helmReleases);
    await cluster.admin.install(crd);
    await cluster.admin.apply(helmRelease('chart'));
    await poller.poll();
    expect(await poller.applicationNames()).toEqual(['chart', 'shop']);
    expect(await poller.collection('helmreleases')).toMatchObject({
      outcome: 'ok',
      version: 'v2',
    });

    await cluster.admin.remove(crd);
    await cluster.admin.gone('/apis/helm.toolkit.fluxcd.io/v2/helmreleases');
    await poller.poll();
    expect(await poller.applicationNames()).toEqual(['shop']);
    expect(await poller.collection('helmreleases')).toMatchObject({
      outcome: 'not-installed',
    });
  });

  it('calls forbidden what is there, keeps what was known of it, and comes back', async () => {
    await cluster.forbid({
      group: 'kustomize.toolkit.fluxcd.io',
      plural: 'kustomizations',
    });
    await poller.poll();
    expect(await poller.collection('kustomizations')).toMatchObject({
      outcome: 'not-allowed',
      message: expect.stringContaining('kustomizations'),
    });
    expect(await poller.collection('applications')).toMatchObject({
      outcome: 'not-installed',
    });
    expect(await poller.collection('namespaces')).toMatchObject({
      outcome: 'ok',
    });
    expect(await poller.applicationNames()).toEqual(['shop']);

    await cluster.allow();
    await poller.poll();
    expect(await poller.collection('kustomizations')).toMatchObject({
      outcome: 'ok',
    });
  });
});
