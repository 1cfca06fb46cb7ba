import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  categorisedCrd,
  claim,
  composite,
  managed,
  synced,
  viewerRole,
} from './__testUtils__/crossplaneManifests';
import { namespace } from './__testUtils__/manifests';
import { startTestCluster } from './__testUtils__/startTestCluster';
import type { TestCluster } from './__testUtils__/TestCluster';
import { TestPoller } from './__testUtils__/TestPoller';
import { until } from './__testUtils__/until';

jest.setTimeout(600_000);

const access = { clusters: true, applications: true, claims: true } as const;
const platform = 'platform.example.org';
const aws = 's3.aws.example.org';
const bucket = { apiVersion: `${aws}/v1beta1`, kind: 'Bucket' };
const vault = { apiVersion: `${aws}/v1beta1`, kind: 'Vault' };
const bucketCrd = categorisedCrd({
  group: aws,
  kind: 'Bucket',
  category: 'managed',
});

/** Each test goes on where the one before has left the cluster. */
describe('what Crossplane provides', () => {
  const directory = createMockDirectory();
  let cluster: TestCluster;
  let poller: TestPoller;

  /** What is read of the kinds of the categories, and how that went. */
  const kinds = async () =>
    (await poller.store.listCollections(poller.cluster))
      .filter(({ group }) => [platform, aws, '*'].includes(group))
      .map(({ plural, version, outcome, records }) =>
        [plural, version, outcome, records].join(' '),
      )
      .sort();

  /** The one claim, and what its tree says. */
  const read = async () => {
    await poller.store.claims.sweep();
    const { items } = await poller.store.claims.list({
      access,
      filter: [],
      limit: 10,
    });
    const tree = await poller.store.claims.getTree(items[0].id, {
      access,
      filter: [],
      limit: 10,
    });
    return {
      claim: items[0],
      tree: tree!.items.map(
        ({ role, kind, state }) => `${role} ${kind}: ${state}`,
      ),
    };
  };

  beforeAll(async () => {
    cluster = await startTestCluster();
    const { admin } = cluster;
    for (const crd of [
      categorisedCrd({
        group: platform,
        kind: 'KubernetesCluster',
        category: 'claim',
        namespaced: true,
      }),
      categorisedCrd({
        group: platform,
        kind: 'XKubernetesCluster',
        category: 'composite',
      }),
      bucketCrd,
    ]) {
      await admin.install(crd);
    }
    await cluster.grantToViewers(
      viewerRole([
        {
          apiGroups: [platform],
          resources: ['kubernetesclusters', 'xkubernetesclusters'],
        },
        { apiGroups: [aws], resources: ['buckets', 'vaults'] },
      ]),
    );
    await admin.apply(namespace);
    await admin.apply(claim);
    await admin.setStatus(claim, synced('Creating'));
    const made = composite([bucket]);
    await admin.apply(made);
    await admin.setStatus(made, synced('Creating'));
    poller = await TestPoller.start({ cluster, directory: directory.path });
  });

  afterAll(async () => {
    await poller?.stop();
    await cluster?.stop();
  });

  it('is read by its categories with the rights that Crossplane gives to viewers, in the version that the API server prefers', async () => {
    expect(await kinds()).toEqual([
      'buckets v1beta2 ok 0',
      'kubernetesclusters v1beta2 ok 1',
      'xkubernetesclusters v1beta2 ok 1',
    ]);
  });

  it('shows from the first object of a kind on, and what fails below at the top', async () => {
    const object = managed(bucket);
    await cluster.admin.apply(object);
    await cluster.admin.setStatus(
      object,
      synced('Creating', 'cannot create the bucket: no such region'),
    );
    // Its composite names it, so that it is watched by now, or soon.
    await poller.poll();
    await until(async () => (await kinds()).includes('buckets v1beta2 ok 1'));
    const { claim: failing, tree } = await read();
    expect(tree).toEqual([
      'claim KubernetesCluster: progressing',
      'composite XKubernetesCluster: progressing',
      'managed Bucket: failing',
    ]);
    expect(failing).toMatchObject({
      name: claim.metadata.name,
      failing: {
        kind: 'Bucket',
        message: 'cannot create the bucket: no such region',
      },
    });

    await cluster.admin.setStatus(object, synced('Available'));
    await until(
      async () => (await read()).tree.at(-1) === 'managed Bucket: healthy',
    );
  });

  it('takes up kinds that come, and tells those that may not be read from the others', async () => {
    await cluster.admin.install(
      categorisedCrd({ group: aws, kind: 'Vault', category: 'managed' }),
    );
    await cluster.admin.apply(managed(vault));
    await cluster.forbid({ group: aws, plural: 'vaults' });
    await poller.poll();
    expect(await kinds()).toEqual([
      'buckets v1beta2 ok 1',
      'kubernetesclusters v1beta2 ok 1',
      'vaults v1beta2 not-allowed 0',
      'xkubernetesclusters v1beta2 ok 1',
    ]);
    await cluster.allow();
    await poller.poll();
    expect(await kinds()).toContain('vaults v1beta2 ok 1');
  });

  it('forgets kinds that go, with their objects', async () => {
    await cluster.admin.remove(bucketCrd);
    await cluster.admin.gone(`/apis/${aws}/v1beta1/buckets`);
    await poller.poll();
    expect(await kinds()).toEqual([
      'kubernetesclusters v1beta2 ok 1',
      'vaults v1beta2 ok 1',
      'xkubernetesclusters v1beta2 ok 1',
    ]);
    expect((await read()).tree).toEqual([
      'claim KubernetesCluster: progressing',
      'composite XKubernetesCluster: progressing',
      'object Bucket: unknown',
    ]);
  });
});
