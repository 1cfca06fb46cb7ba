import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import { kustomization, namespace, web } from './__testUtils__/manifests';
import { readCrd } from './__testUtils__/readCrd';
import { startTestCluster } from './__testUtils__/startTestCluster';
import type { TestCluster } from './__testUtils__/TestCluster';
import { TestPoller } from './__testUtils__/TestPoller';

jest.setTimeout(600_000);

const flux = 'kustomize-controller';
const edit = 'kubectl-edit';

/** By the clients that make them in life. Each test leaves the Deployment as Git has it. */
describe('overrides on a cluster', () => {
  const directory = createMockDirectory();
  let cluster: TestCluster;
  let poller: TestPoller;

  beforeAll(async () => {
    cluster = await startTestCluster();
    await cluster.admin.install(
      await readCrd('kustomizations.kustomize.toolkit.fluxcd.io'),
    );
    await cluster.admin.apply(namespace);
    await cluster.admin.apply(kustomization('web'));
    await cluster.admin.apply(web, flux);
    poller = await TestPoller.start({ cluster, directory: directory.path });
  });

  afterAll(async () => {
    await poller?.stop();
    await cluster?.stop();
  });

  async function overrides(state: 'open' | 'ended'): Promise<Drift[]> {
    await poller.poll();
    const { items } = await poller.store.listDrifts({
      filter: [{ kind: ['override'], state: [state] }],
      orderField: { field: 'since', order: 'desc' },
      access: { clusters: true, applications: true, claims: true },
    });
    return items;
  }

  async function heal() {
    await cluster.admin.apply(web, flux);
    expect(await overrides('open')).toEqual([]);
  }

  it('are none where nobody changed anything', async () => {
    expect(await overrides('open')).toEqual([]);
  });

  it('say which client changed what from what to what, end when Flux applies, and count', async () => {
    const scaled = [{ op: 'replace', path: '/spec/replicas', value: 5 }];
    await cluster.admin.patch(web, scaled, edit);
    expect(await overrides('open')).toMatchObject([
      {
        object: { kind: 'Deployment', namespace: 'shop', name: 'web' },
        path: '.spec.replicas',
        from: '3',
        to: '5',
        manager: edit,
        operation: 'Update',
        times: 1,
        application: { kind: 'Kustomization', name: 'web' },
      },
    ]);
    await heal();
    expect(await overrides('ended')).toMatchObject([{ times: 1 }]);

    await cluster.admin.patch(web, scaled, edit);
    expect(await overrides('open')).toMatchObject([{ times: 2 }]);
    await heal();
  });

  it('say that a removed field was, and that its author cannot be known', async () => {
    const path = '/spec/template/spec/containers/0/resources/limits/memory';
    await cluster.admin.patch(web, [{ op: 'remove', path }], edit);
    const [removed] = await overrides('open');
    expect(removed).toMatchObject({
      path: '.spec.template.spec.containers[?(@.name=="app")].resources.limits.memory',
      from: '"256Mi"',
    });
    expect(removed.to).toBeUndefined();
    expect(removed.manager).toBeUndefined();
    await heal();
  });

  it('are not what an autoscaler does, nor what Git never set', async () => {
    await cluster.admin.scale(web, 7, 'kube-controller-manager');
    expect(await overrides('open')).toEqual([]);
    const paused = [{ op: 'add', path: '/spec/paused', value: true }];
    await cluster.admin.patch(web, paused, edit);
    expect(await overrides('open')).toEqual([]);
    await heal();
  });

  it('are not what a commit changes', async () => {
    const spec = { ...(web.spec as object), replicas: 4 };
    await cluster.admin.apply({ ...web, spec }, flux);
    expect(await overrides('open')).toEqual([]);
    await heal();
  });

  it('say that an object was deleted, until it is back', async () => {
    await cluster.admin.remove(web);
    expect(await overrides('open')).toMatchObject([
      { summary: expect.stringContaining('was deleted') },
    ]);
    await heal();
  });
});
