import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  kustomization,
  namespace,
  reconciled,
} from './__testUtils__/manifests';
import { readCrd } from './__testUtils__/readCrd';
import { startTestCluster } from './__testUtils__/startTestCluster';
import type { TestCluster } from './__testUtils__/TestCluster';
import { TestPoller } from './__testUtils__/TestPoller';
import { until } from './__testUtils__/until';

jest.setTimeout(600_000);

const path = '/apis/kustomize.toolkit.fluxcd.io/v1/kustomizations';

/** Each test goes on where the one before has left the cluster and the database. */
describe('polling follows what changes on a cluster', () => {
  const directory = createMockDirectory();
  let cluster: TestCluster;
  let poller: TestPoller;

  const start = () => TestPoller.start({ cluster, directory: directory.path });

  const churn = async (count: number) => {
    for (let index = 0; index < count; index++) {
      await cluster.admin.setStatus(
        kustomization('busy'),
        reconciled(`main@sha1:${index}`),
      );
    }
  };

  beforeAll(async () => {
    cluster = await startTestCluster();
    const { admin } = cluster;
    await admin.install(
      await readCrd('kustomizations.kustomize.toolkit.fluxcd.io'),
    );
    await admin.install(
      await readCrd('gitrepositories.source.toolkit.fluxcd.io'),
    );
    await admin.apply(namespace);
    for (const name of ['busy', 'goes', 'stays']) {
      await admin.apply(kustomization(name));
    }
  });

  afterAll(async () => {
    await poller?.stop();
    await cluster?.stop();
  });

  it('lists once', async () => {
    poller = await start();
    expect(await poller.applicationNames()).toEqual(['busy', 'goes', 'stays']);
    expect(await poller.readCluster()).toMatchObject({
      uid: expect.any(String),
      version: expect.stringMatching(/^v1\./),
      reachability: { outcome: 'ok' },
    });
    expect(poller.lists.filter(list => list === path)).toHaveLength(1);
  });

  it('watches from there', async () => {
    poller.lists.length = 0;
    await cluster.admin.apply(kustomization('comes'));
    await cluster.admin.setStatus(
      kustomization('stays'),
      reconciled('main@sha1:1'),
    );
    await cluster.admin.remove(kustomization('goes'));
    await poller.poll();
    expect(await poller.applicationNames()).toEqual(['busy', 'comes', 'stays']);
    const applications = await poller.applications();
    expect(applications.find(({ name }) => name === 'stays')).toMatchObject({
      state: 'healthy',
      revision: expect.stringContaining('1'),
    });
    expect(await poller.collection('kustomizations')).toMatchObject({
      outcome: 'ok',
      readHow: 'watched steadily',
    });
    expect(poller.lists).toEqual([]);
  });

  it('goes on after a restart without listing', async () => {
    await poller.stop();
    await cluster.admin.apply(kustomization('while-away'));
    await cluster.admin.remove(kustomization('comes'));
    poller = await start();
    expect(await poller.applicationNames()).toEqual([
      'busy',
      'stays',
      'while-away',
    ]);
    expect(poller.lists).toEqual([]);
  });

  it('keeps the place of a quiet kind by bookmarks, and holds the watch of a busy one', async () => {
    const before = await poller.collection('gitrepositories');
    await until(async () => {
      await churn(10);
      await poller.poll();
      const { readHow } = await poller.collection('kustomizations');
      const quiet = await poller.collection('gitrepositories');
      return (
        readHow === 'watched steadily' &&
        quiet.resourceVersion !== before.resourceVersion
      );
    });
    // From here on nobody polls.
    await cluster.admin.apply(kustomization('seen-at-once'));
    await until(async () =>
      (await poller.applicationNames()).includes('seen-at-once'),
    );
    await cluster.admin.remove(kustomization('seen-at-once'));
    await until(
      async () => !(await poller.applicationNames()).includes('seen-at-once'),
    );
    expect(poller.lists).toEqual([]);
  });

  it('lists again what the API server has forgotten while nobody looked', async () => {
    const { resourceVersion = '' } = await poller.collection('kustomizations');
    await poller.stop();
    await cluster.admin.remove(kustomization('while-away'));
    await cluster.forget();
    await until(async () => {
      await churn(100);
      return cluster.admin.hasForgotten(path, resourceVersion);
    });
    poller = await start();
    expect(await poller.applicationNames()).toEqual(['busy', 'stays']);
    expect(poller.lists).toEqual([path]);
  });

  it('survives a restart of the API server', async () => {
    await cluster.restart();
    await cluster.admin.apply(kustomization('after-restart'));
    await poller.poll();
    expect(await poller.applicationNames()).toEqual([
      'after-restart',
      'busy',
      'stays',
    ]);
  });

  it('starts afresh when the cluster was rebuilt under its name', async () => {
    const { uid } = await poller.readCluster();
    await poller.stop();
    await cluster.rebuild();
    const { admin } = cluster;
    await admin.install(
      await readCrd('kustomizations.kustomize.toolkit.fluxcd.io'),
    );
    await admin.apply(namespace);
    await admin.apply(kustomization('busy'));
    await admin.apply(kustomization('reborn'));
    for (const name of ['stays', 'after-restart']) {
      await admin.remove(kustomization(name)).catch(() => {});
    }
    poller = await start();
    expect(await poller.applicationNames()).toEqual(['busy', 'reborn']);
    const reborn = await poller.readCluster();
    expect(reborn.uid).toEqual(expect.any(String));
    expect(reborn.uid).not.toBe(uid);
  });
});
