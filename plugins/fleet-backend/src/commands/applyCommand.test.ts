import type {
  Application,
  ApplicationAction,
  Source,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { builtInEngines } from '../engines/builtInEngines';
import { applicationOf } from './__testUtils__/applicationOf';
import { ObjectServer } from './__testUtils__/ObjectServer';
import { applyCommand } from './applyCommand';

const kustomizationPath =
  '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations/web';
const sourcePath =
  '/apis/source.toolkit.fluxcd.io/v1/namespaces/flux-system/gitrepositories/fleet';
const argocdPath =
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/shop';

const source: Source = {
  id: 'source-1',
  engine: 'flux',
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'GitRepository',
  cluster: 'one',
  namespace: 'flux-system',
  name: 'fleet',
  state: 'healthy',
  summary: 'Fetched',
  type: 'git',
  suspended: false,
  freshness: { stale: false },
};

const argocd: Partial<Application> = {
  engine: 'argocd',
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  namespace: 'argocd',
  name: 'shop',
};

describe('applyCommand', () => {
  let server: ObjectServer;

  beforeEach(async () => {
    server = await ObjectServer.start('one');
    server.put(kustomizationPath, {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'web', namespace: 'flux-system' },
      spec: { path: './apps/web' },
    });
    server.put(sourcePath, {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: 'fleet', namespace: 'flux-system' },
      spec: {},
    });
    server.put(argocdPath, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: {
        project: 'default',
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          retry: { limit: 3 },
        },
      },
    });
  });

  afterEach(() => server.stop());

  function act(
    action: ApplicationAction,
    application: Partial<Application> = {},
    sources: Source[] = [],
  ) {
    return applyCommand({
      action,
      application: applicationOf(application),
      sources,
      requestedBy: 'user:default/ada',
      connections: server.connections,
      engines: builtInEngines,
    });
  }

  it('reconciles with Flux: the source first, signed, under its own field manager', async () => {
    await expect(act('reconcile', {}, [source])).resolves.toEqual({
      applicationId: 'app-1',
      title: 'Kustomization flux-system/web on one',
      outcome: 'done',
      message: 'Flux fetches the source and applies it now.',
      warnings: [],
    });
    expect(server.patched).toEqual(
      [sourcePath, kustomizationPath].map(path => ({
        path,
        fieldManager: 'fleetcommander',
        contentType: 'application/merge-patch+json',
      })),
    );
    for (const path of [sourcePath, kustomizationPath]) {
      expect(server.get(path).metadata.annotations).toEqual({
        'reconcile.fluxcd.io/requestedAt': expect.stringMatching(/^\d{4}-/),
        'fleetcommander.io/requested-by': 'user:default/ada',
      });
    }
  });

  it('suspends and resumes with Flux by what the object says now, and refuses what would be of no use', async () => {
    const parent = 'Kustomization/flux-system/apps';
    await expect(act('suspend', { managedBy: parent })).resolves.toMatchObject({
      outcome: 'done',
      warnings: [
        `${parent} applies Kustomization web: if Git sets spec.suspend there, it undoes this at its next run.`,
      ],
    });
    expect(server.get(kustomizationPath).spec).toEqual({
      path: './apps/web',
      suspend: true,
    });
    await expect(act('suspend')).resolves.toMatchObject({ outcome: 'refused' });
    await expect(act('reconcile')).resolves.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('resume it first'),
    });
    await expect(act('resume')).resolves.toMatchObject({ outcome: 'done' });
    expect(server.get(kustomizationPath).spec).toMatchObject({
      suspend: false,
    });
    await expect(act('resume')).resolves.toMatchObject({ outcome: 'refused' });
  });

  it('goes on without a source that it may not touch, and says so', async () => {
    server.forbidden.add(`PATCH ${sourcePath}`);
    await expect(act('reconcile', {}, [source])).resolves.toMatchObject({
      outcome: 'done',
      warnings: [expect.stringContaining('deploy/rbac/spoke-operator.yaml')],
    });
    const suspended = { ...source, suspended: true };
    await expect(act('reconcile', {}, [suspended])).resolves.toMatchObject({
      outcome: 'done',
      warnings: [expect.stringContaining('GitRepository fleet is suspended')],
    });
  });

  it('refreshes with Argo CD, and says that this is not a sync where nothing else would sync', async () => {
    await expect(act('reconcile', argocd)).resolves.toMatchObject({
      outcome: 'done',
      warnings: [],
    });
    expect(server.get(argocdPath).metadata.annotations).toMatchObject({
      'argocd.argoproj.io/refresh': 'normal',
    });
    await act('suspend', argocd);
    await expect(act('reconcile', argocd)).resolves.toMatchObject({
      warnings: [expect.stringContaining('A refresh is not a sync')],
    });
  });

  it('turns auto-sync of Argo CD off and back to what it was', async () => {
    await expect(act('suspend', argocd)).resolves.toMatchObject({
      outcome: 'done',
    });
    expect(server.get(argocdPath)).toMatchObject({
      metadata: {
        annotations: {
          'fleetcommander.io/automated-before':
            '{"prune":true,"selfHeal":true}',
        },
      },
      spec: { project: 'default', syncPolicy: { retry: { limit: 3 } } },
    });
    expect(server.get(argocdPath).spec).not.toMatchObject({
      syncPolicy: { automated: expect.anything() },
    });

    await expect(act('resume', argocd)).resolves.toMatchObject({
      outcome: 'done',
    });
    expect(server.get(argocdPath)).toMatchObject({
      metadata: {
        annotations: { 'fleetcommander.io/requested-by': 'user:default/ada' },
      },
      spec: { syncPolicy: { automated: { prune: true, selfHeal: true } } },
    });
    expect(server.get(argocdPath).metadata.annotations).not.toHaveProperty([
      'fleetcommander.io/automated-before',
    ]);
    await expect(act('resume', argocd)).resolves.toMatchObject({
      outcome: 'refused',
    });
  });

  it('refuses to fight an ApplicationSet, and to invent an automation that nobody turned off here', async () => {
    await expect(
      act('suspend', { ...argocd, applicationSet: 'shops' }),
    ).resolves.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('ApplicationSet shops'),
    });
    server.put(argocdPath, { ...server.get(argocdPath), spec: {} });
    await expect(act('resume', argocd)).resolves.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('set spec.syncPolicy.automated in Git'),
    });
    expect(server.patched).toEqual([]);
  });

  it('says in words why it failed', async () => {
    server.forbidden.add(`PATCH ${kustomizationPath}`);
    await expect(act('suspend')).resolves.toMatchObject({
      outcome: 'failed',
      message: `Cluster one does not let Fleet Commander change Kustomization web: apply deploy/rbac/spoke-operator.yaml there. It said: cannot PATCH ${kustomizationPath}`,
    });
    await expect(act('suspend', { name: 'gone' })).resolves.toMatchObject({
      outcome: 'failed',
      message: 'Kustomization gone is no longer on cluster one.',
    });
    await expect(act('suspend', { cluster: 'two' })).resolves.toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('no source names a cluster two'),
    });
    await expect(act('suspend', { engine: 'else' })).resolves.toMatchObject({
      outcome: 'refused',
      message: 'There is no way to suspend a Kustomization of else.',
    });
  });
});
