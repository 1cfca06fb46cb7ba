import { createMockDirectory } from '@backstage/backend-test-utils';
import type { ApplicationAction } from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { applyCommand } from '../commands/applyCommand';
import { builtInEngines } from '../engines/builtInEngines';
import {
  argocdApplication,
  kustomization,
  namespace,
} from './__testUtils__/manifests';
import { readCrd } from './__testUtils__/readCrd';
import { startTestCluster } from './__testUtils__/startTestCluster';
import type { TestCluster } from './__testUtils__/TestCluster';
import { TestPoller } from './__testUtils__/TestPoller';

jest.setTimeout(600_000);

describe('what the buttons do with the rights of deploy/rbac', () => {
  const directory = createMockDirectory();
  let cluster: TestCluster;
  let poller: TestPoller;

  beforeAll(async () => {
    cluster = await startTestCluster();
    const { admin } = cluster;
    await admin.install(
      await readCrd('kustomizations.kustomize.toolkit.fluxcd.io'),
    );
    await admin.install(await readCrd('applications.argoproj.io'));
    await admin.apply(namespace);
    await admin.apply(kustomization('flux'));
    await admin.apply(argocdApplication('argo'));
    await cluster.grantOperator();
    poller = await TestPoller.start({ cluster, directory: directory.path });
  });

  afterAll(async () => {
    await poller?.stop();
    await cluster?.stop();
  });

  async function press(action: ApplicationAction, name: string) {
    const application = await read(name);
    return applyCommand({
      action,
      application,
      sources: [],
      requestedBy: 'user:default/jo',
      connections: poller.connections,
      engines: builtInEngines,
    });
  }

  async function read(name: string) {
    await poller.poll();
    const applications = await poller.applications();
    const found = applications.find(application => application.name === name);
    if (!found) {
      throw new Error(`the store has no application ${name}`);
    }
    return found;
  }

  it('suspends, resumes and reconciles a Kustomization', async () => {
    const object = kustomization('flux');
    await expect(press('suspend', 'flux')).resolves.toMatchObject({
      outcome: 'done',
    });
    const suspended = await cluster.admin.get(object);
    expect(suspended.spec).toMatchObject({
      suspend: true,
      path: './apps/flux',
    });
    expect(suspended.metadata.annotations).toMatchObject({
      'fleetcommander.io/requested-by': 'user:default/jo',
    });
    expect(managersOf(suspended)).toContain('fleetcommander');
    expect(await read('flux')).toMatchObject({
      suspended: true,
      state: 'suspended',
    });

    await expect(press('reconcile', 'flux')).resolves.toMatchObject({
      outcome: 'refused',
    });
    await expect(press('resume', 'flux')).resolves.toMatchObject({
      outcome: 'done',
    });
    await expect(press('reconcile', 'flux')).resolves.toMatchObject({
      outcome: 'done',
    });
    const resumed = await cluster.admin.get(object);
    expect(resumed.spec).toMatchObject({ suspend: false });
    expect(resumed.metadata.annotations).toMatchObject({
      'reconcile.fluxcd.io/requestedAt': expect.any(String),
    });
    expect(await read('flux')).toMatchObject({ suspended: false });
  });

  it('turns the auto-sync of an Application off and on as it was, and refreshes it', async () => {
    const object = argocdApplication('argo');
    await expect(press('suspend', 'argo')).resolves.toMatchObject({
      outcome: 'done',
    });
    const manual = await cluster.admin.get(object);
    expect(manual.spec).not.toHaveProperty('syncPolicy.automated');
    expect(await read('argo')).toMatchObject({ automated: false });

    await expect(press('resume', 'argo')).resolves.toMatchObject({
      outcome: 'done',
    });
    await expect(press('reconcile', 'argo')).resolves.toMatchObject({
      outcome: 'done',
    });
    const automated = await cluster.admin.get(object);
    expect(automated.spec).toMatchObject({
      syncPolicy: { automated: { prune: true } },
    });
    expect(automated.metadata.annotations).toMatchObject({
      'argocd.argoproj.io/refresh': 'normal',
    });
    expect(managersOf(automated)).toContain('fleetcommander');
  });
});

function managersOf({ metadata }: KubernetesObject) {
  const fields = (metadata.managedFields ?? []) as { manager: string }[];
  return fields.map(({ manager }) => manager);
}
