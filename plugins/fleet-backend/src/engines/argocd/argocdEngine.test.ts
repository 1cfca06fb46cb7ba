import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

function fixture(file: string) {
  return projectFixture(path.join(__dirname, '__fixtures__', file));
}

describe('Applications', () => {
  const applications = fixture('applications.yaml');
  const revision = '9f2c1ab03d4e9f2c1ab03d4e9f2c1ab03d4e9f2c';

  it('say where they deploy what', () => {
    expect(applications.get('healthy')).toEqual([
      {
        type: 'application',
        engine: 'argocd',
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        namespace: 'argocd',
        name: 'healthy',
        state: 'healthy',
        summary: 'synced and healthy',
        reason: 'Healthy',
        since: '2026-01-05T08:00:00Z',
        ownerKey: 'Application//healthy',
        target: { type: 'own-cluster' },
        targetNamespace: 'payments',
        project: 'team-pay',
        applicationSet: 'payments',
        managedBy: 'ApplicationSet/argocd/payments',
        suspended: false,
        automated: true,
        deleting: false,
        version: '1.8.0',
        revision,
        attemptedRevision: revision,
        sources: [
          {
            type: 'git',
            url: 'https://git.example.org/fleet',
            path: 'apps/overlays/production/payments',
            ref: 'main',
            revision,
          },
        ],
        images: ['registry.example.org/pay/api:1.8.0'],
        sync: 'Synced',
        drift: expect.objectContaining({ selfHeal: true }),
        lastReconciledAt: '2026-01-05T12:00:00Z',
        resources: [
          {
            group: 'apps',
            version: 'v1',
            kind: 'Deployment',
            namespace: 'payments',
            name: 'api',
            sync: 'Synced',
            state: 'healthy',
          },
          {
            group: '',
            version: 'v1',
            kind: 'Service',
            namespace: 'payments',
            name: 'api',
            sync: 'Synced',
          },
        ],
        history: [
          { revision, at: '2026-01-05T07:59:00Z', by: 'auto-sync' },
          {
            revision: '1111111111111111111111111111111111111111',
            at: '2025-12-05T07:59:00Z',
            by: 'ada',
          },
        ],
      },
    ]);
  });

  it.each([
    [
      'helm-chart',
      {
        state: 'healthy',
        ownerKey: 'Application//team-pay_helm-chart',
        managedBy: 'Application/team-pay/root',
        target: { type: 'name', name: 'spoke-one' },
        automated: false,
        version: '3.4.1',
        sources: [{ type: 'helm', chart: 'redis', ref: '3.x' }],
      },
    ],
    [
      'many-sources',
      {
        target: { type: 'server', server: 'https://spoke-one.example.org' },
        version: '3.4.1',
        revision: '3.4.1',
        sources: [
          { type: 'helm', chart: 'redis', revision: '3.4.1' },
          { type: 'git', name: 'values', revision },
          { type: 'oci', path: '.', revision: 'sha256:aa' },
        ],
      },
    ],
    [
      'hydrated',
      {
        target: { type: 'own-cluster' },
        version: '9f2c1ab',
        sources: [
          { type: 'git', name: 'dry', path: 'apps/payments', ref: 'main' },
          {
            type: 'git',
            name: 'hydrated',
            url: 'https://git.example.org/fleet',
            path: 'payments',
            ref: 'environments/production',
            revision,
          },
        ],
      },
    ],
    [
      'cannot-hydrate',
      { state: 'failing', summary: 'cannot hydrate: cannot push' },
    ],
    [
      'no-destination',
      {
        state: 'failing',
        summary: 'its spec is wrong: application destination server is missing',
        since: '2026-01-05T08:00:00Z',
        target: {
          type: 'missing',
          message: 'spec.destination names neither a server nor a cluster',
        },
      },
    ],
    [
      'cannot-compare',
      {
        state: 'failing',
        summary:
          'cannot compare with Git: failed to generate manifest: path does not exist',
        reason: 'ComparisonError',
      },
    ],
    ['only-warned', { state: 'healthy' }],
    [
      'sync-failed',
      {
        state: 'failing',
        summary: 'its last sync failed: one or more objects failed to apply',
        since: '2026-01-05T08:00:00Z',
        revision: '1111111111111111111111111111111111111111',
        attemptedRevision: '2222222222222222222222222222222222222222',
      },
    ],
    ['syncing', { state: 'progressing', since: '2026-01-05T08:00:00Z' }],
    [
      'degraded',
      {
        state: 'degraded',
        message: 'Deployment exceeded its deadline',
        since: '2026-01-05T08:00:00Z',
      },
    ],
    ['missing', { state: 'failing', summary: 'what it deploys is missing' }],
    ['progressing', { state: 'progressing' }],
    ['suspended', { state: 'suspended', suspended: false }],
    ['out-of-sync', { state: 'degraded', summary: 'differs from Git' }],
    ['sync-unknown', { state: 'unknown' }],
    ['health-unknown', { state: 'unknown' }],
    ['deleting', { state: 'progressing', deleting: true }],
    [
      'never-reconciled',
      {
        state: 'unknown',
        summary: 'never compared with Git',
        automated: true,
        managedBy: 'Application//root',
        sources: [],
        version: undefined,
      },
    ],
  ])('%s', (name, expected) => {
    expect(applications.get(name)).toMatchObject([expected]);
  });
});

describe('ApplicationSets and AppProjects', () => {
  const objects = fixture('applicationSets.yaml');

  it.each([
    [
      'healthy',
      {
        state: 'healthy',
        details: { applications: '9', generators: 'clusters, git' },
      },
    ],
    [
      'failing',
      {
        state: 'failing',
        summary: 'cannot make its Applications: no cluster matches',
        details: { applications: '1' },
      },
    ],
    ['rolling-out', { state: 'progressing' }],
    ['not-up-to-date', { state: 'degraded' }],
    ['deleting', { state: 'progressing' }],
    ['never-reconciled', { state: 'unknown', applications: undefined }],
    [
      'listed',
      {
        applications: [
          {
            name: 'pay-eu-1',
            target: { type: 'server', server: 'https://eu-1.example.org' },
          },
          {
            name: 'pay-eu-2',
            target: { type: 'server', server: 'https://eu-2.example.org' },
          },
        ],
      },
    ],
    // What is more than filling values in is Argo CD's to tell.
    ['computed', { applications: undefined }],
    ['selected', { applications: undefined }],
    [
      'team-pay',
      {
        state: 'healthy',
        details: { destinations: '1', sourceRepos: '1', syncWindows: '1' },
      },
    ],
  ])('%s', (name, expected) => {
    expect(objects.get(name)).toMatchObject([
      { type: 'engine-object', ...expected },
    ]);
  });
});

describe('Rollouts', () => {
  const rollouts = fixture('rollouts.yaml');

  it('are a workload and a canary', () => {
    expect(rollouts.get('in-canary')).toMatchObject([
      {
        type: 'workload',
        state: 'suspended',
        summary: 'is paused: CanaryPauseStep',
        since: '2026-01-05T08:00:00Z',
        ownerKey: 'Application//payments',
        version: '1.9.0',
        desired: 4,
        ready: 4,
      },
      {
        type: 'canary',
        state: 'suspended',
        ownerKey: 'Application//payments',
        phase: 'Paused',
        step: 1,
        steps: 4,
        weight: 20,
      },
    ]);
  });

  it.each([
    ['weighted', { state: 'progressing', steps: 1, weight: 15 }],
    ['healthy', { state: 'healthy', steps: undefined, weight: undefined }],
    ['aborted', { state: 'degraded', since: '2026-01-05T08:00:00Z' }],
    ['degraded', { state: 'degraded' }],
    ['behind', { state: 'progressing' }],
    ['older-version', { state: 'healthy' }],
    ['deleting', { state: 'progressing' }],
    ['never-reconciled', { state: 'unknown', progress: undefined }],
    [
      'tried',
      {
        target: 'Rollout/tried',
        progress: 'under-way',
        weight: 20,
        maxWeight: 60,
        wanted: '1.9.0',
        running: undefined,
        revision: 'new',
      },
    ],
    ['come', { target: 'Deployment/api', progress: 'succeeded' }],
  ])('%s', (name, expected) => {
    expect(rollouts.get(name)?.[1]).toMatchObject(expected);
  });

  it('have what is measured told by their analyses', () => {
    expect(rollouts.get('tried-new-2')).toMatchObject([
      {
        type: 'analysis',
        state: 'progressing',
        canary: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' },
        revision: 'new',
        failedChecks: 2,
        threshold: 4,
        metrics: [
          {
            name: 'success-rate',
            threshold: 'result[0] >= 0.95',
            interval: '20s',
            state: 'progressing',
            message: 'measured [0.91], 2 of 5 failed',
          },
          { name: 'errors', threshold: 'not result > 10', state: 'healthy' },
          { name: 'smoke' },
        ],
      },
    ]);
    expect(rollouts.get('failed-run')).toMatchObject([
      { state: 'failing', canary: undefined, threshold: 1 },
    ]);
    expect(JSON.stringify([...rollouts])).not.toContain('secret');
  });
});
