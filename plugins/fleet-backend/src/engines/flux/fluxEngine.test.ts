import path from 'node:path';
import type { SourceRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { projectFixture } from '../__fixtures__/projectFixture';

function fixture(file: string) {
  return projectFixture(path.join(__dirname, '__fixtures__', file));
}

describe('Kustomizations', () => {
  const kustomizations = fixture('kustomizations.yaml');
  const revision = 'main@sha1:9f2c1ab03d4e9f2c1ab03d4e9f2c1ab03d4e9f2c';

  it('become applications', () => {
    expect(kustomizations.get('healthy')).toEqual([
      {
        type: 'application',
        engine: 'flux',
        apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
        kind: 'Kustomization',
        namespace: 'flux-system',
        name: 'healthy',
        state: 'healthy',
        summary: 'applied main@9f2c1ab',
        reason: 'ReconciliationSucceeded',
        message: 'Applied revision: main@sha1:9f2c1ab',
        since: '2026-01-05T08:00:00Z',
        proofs: { 'fleetcommander.io/entity': 'component:default/payments' },
        labels: {
          'kustomize.toolkit.fluxcd.io/name': 'flux-system',
          'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
        },
        ownerKey: 'Kustomization/flux-system/healthy',
        target: { type: 'own-cluster' },
        targetNamespace: 'payments',
        managedBy: 'Kustomization/flux-system/flux-system',
        sourceRef: 'GitRepository/flux-system/fleet',
        suspended: false,
        automated: true,
        deleting: false,
        version: 'main@9f2c1ab',
        revision,
        attemptedRevision: revision,
        sources: [
          {
            type: 'git',
            name: 'fleet',
            path: './apps/overlays/production/payments',
            revision,
          },
        ],
        images: [],
        resources: [
          { group: '', kind: 'Namespace', name: 'payments', version: 'v1' },
          {
            group: 'apps',
            kind: 'Deployment',
            namespace: 'payments',
            name: 'api',
            version: 'v1',
          },
          {
            group: 'rbac.authorization.k8s.io',
            kind: 'ClusterRole',
            name: 'system:payments-reader',
            version: 'v1',
          },
        ],
        history: [
          {
            revision,
            at: '2026-01-05T12:00:00Z',
            status: 'ReconciliationSucceeded',
          },
          {
            revision: 'sha256:bb',
            at: '2026-01-05T07:50:00Z',
            status: 'HealthCheckFailed',
          },
        ],
        lastReconciledAt: '2026-01-05T12:00:00Z',
        intervalSeconds: 600,
        drift: expect.objectContaining({ tellsReconciliation: true }),
      },
    ]);
  });

  it.each([
    [
      'flux-system',
      {
        managedBy: undefined,
        version: 'latest@2982c33',
        sourceRef: 'OCIRepository/sources/fleet',
        sources: [{ type: 'oci' }],
      },
    ],
    [
      'older-version',
      {
        target: {
          type: 'kubeconfig',
          secretName: 'spoke-one',
          namespace: 'flux-system',
        },
        version: 'main@9f2c1ab',
        lastReconciledAt: '2024-01-05T08:00:00Z',
        intervalSeconds: 3600,
      },
    ],
    ['remote-by-config-map', { target: { type: 'missing' } }],
    [
      'progressing',
      {
        state: 'progressing',
        summary: 'is being reconciled: Running health checks',
        since: '2026-01-06T08:00:00Z',
      },
    ],
    ['behind', { state: 'progressing' }],
    [
      'failing-from-the-start',
      {
        state: 'failing',
        summary:
          'cannot apply: Deployment/payments/api dry-run failed: spec.replicas is immutable',
        reason: 'ReconciliationFailed',
        since: '2026-01-07T08:00:00Z',
      },
    ],
    [
      'unhealthy',
      {
        state: 'failing',
        summary:
          'health check failed: timeout waiting for: [Deployment/payments/api]',
      },
    ],
    [
      'unhealthy-by-its-own-words',
      {
        state: 'failing',
        summary:
          "health check failed after 2.087s: failed early due to stalled resources: [Deployment/payments/api status: 'Failed']",
      },
    ],
    [
      'without-artifact',
      {
        state: 'failing',
        summary:
          'source has no artifact: Source artifact not found, retrying in 30s',
      },
    ],
    [
      'waiting',
      {
        state: 'progressing',
        summary:
          "waits for a dependency: dependency 'flux-system/infra' is not ready",
      },
    ],
    [
      'stalled',
      {
        state: 'failing',
        summary: 'gave up, cannot build: kustomization path not found',
        since: '2026-01-08T08:00:00Z',
      },
    ],
    [
      'suspended',
      {
        state: 'suspended',
        suspended: true,
        automated: false,
        reason: 'BuildFailed',
      },
    ],
    [
      'deleting',
      {
        state: 'progressing',
        deleting: true,
        since: '2026-02-01T10:00:00Z',
      },
    ],
    [
      'never-reconciled',
      { state: 'unknown', summary: 'never reconciled', version: undefined },
    ],
    [
      'strange-conditions',
      { state: 'unknown', summary: 'does not say whether it is ready' },
    ],
  ])('%s', (name, expected) => {
    expect(kustomizations.get(name)).toMatchObject([expected]);
  });
});

describe('HelmReleases', () => {
  const helmReleases = fixture('helmReleases.yaml');

  it.each([
    [
      'healthy',
      {
        type: 'application',
        state: 'healthy',
        summary: 'runs 1.8.0 (app 4.2)',
        ownerKey: 'HelmRelease/payments/healthy',
        managedBy: 'Kustomization/flux-system/apps',
        sourceRef: 'HelmRepository/flux-system/charts',
        targetNamespace: 'payments',
        version: '1.8.0',
        revision: '1.8.0',
        attemptedRevision: '1.8.0',
        sources: [
          {
            type: 'helm',
            name: 'charts',
            chart: 'payments',
            ref: '>=1.0.0',
            revision: '1.8.0',
          },
        ],
        resources: [{ group: 'apps', kind: 'Deployment', name: 'payments' }],
        history: [
          {
            revision: '1.8.0',
            at: '2026-01-05T07:59:00Z',
            status: 'deployed',
          },
          { revision: '1.7.0', status: 'superseded' },
        ],
        lastReconciledAt: '2026-01-05T08:00:00Z',
      },
    ],
    [
      'oldest-version',
      {
        state: 'failing',
        summary: 'cannot upgrade: upgrade retries exhausted',
        version: '6.3.5',
        attemptedRevision: '6.3.6',
        targetNamespace: 'default',
        target: { type: 'kubeconfig', secretName: 'spoke-one' },
      },
    ],
    [
      'older-version',
      {
        state: 'healthy',
        version: '6.5.0+f3b1c2d',
        sourceRef: 'OCIRepository/payments/podinfo',
        sources: [{ type: 'oci', chart: 'podinfo' }],
      },
    ],
    ['progressing', { state: 'progressing' }],
    [
      'rolled-back',
      {
        state: 'failing',
        summary:
          'was rolled back: Helm rollback to previous release payments/payments.v6 succeeded',
      },
    ],
    [
      'stalled',
      {
        state: 'failing',
        summary: 'gave up, cannot upgrade: context deadline exceeded',
      },
    ],
    [
      'drifted',
      {
        state: 'degraded',
        summary: 'differs from its chart',
        since: '2026-01-09T08:00:00Z',
      },
    ],
    ['suspended', { state: 'suspended', suspended: true }],
    ['deleting', { state: 'progressing', deleting: true }],
    ['never-reconciled', { state: 'unknown' }],
  ])('%s', (name, expected) => {
    expect(helmReleases.get(name)).toMatchObject([expected]);
  });
});

describe('sources', () => {
  const sources = fixture('sources.yaml');

  it('tell whether the signature of what they fetched is good', () => {
    const verifiedOf = (name: string) =>
      (sources.get(name)![0] as SourceRecord).verified;
    expect(verifiedOf('oci-verified')).toBe(true);
    expect(verifiedOf('chart-not-verified')).toBe(false);
    expect(verifiedOf('git')).toBeUndefined();
    expect(verifiedOf('git-not-asked-any-more')).toBeUndefined();
  });

  it.each([
    [
      'git',
      {
        sourceType: 'git',
        state: 'healthy',
        summary: 'fetched main@9f2c1ab',
        url: 'https://git.example.org/fleet',
        ref: 'main',
        fetchedAt: '2026-01-05T07:00:00Z',
        suspended: false,
      },
    ],
    [
      'git-older-version',
      {
        state: 'failing',
        summary: 'cannot read the Git repository: unable to clone',
        ref: 'master',
      },
    ],
    [
      'git-stalled',
      {
        state: 'failing',
        summary: 'gave up, the URL is wrong: cannot parse url',
      },
    ],
    ['git-suspended', { state: 'suspended', suspended: true, ref: '>=1.0.0' }],
    ['oci', { sourceType: 'oci', state: 'progressing', ref: 'latest' }],
    ['helm', { sourceType: 'helm', state: 'unknown' }],
    ['helm-oci', { sourceType: 'helm', state: 'healthy' }],
    [
      'chart',
      {
        sourceType: 'helm',
        state: 'progressing',
        ref: 'podinfo 6.x',
        revision: '6.3.5',
      },
    ],
    ['bucket', { sourceType: 'bucket', url: 's3.example.org', ref: 'fleet' }],
    [
      'external',
      {
        sourceType: 'other',
        state: 'healthy',
        ref: 'ArtifactGenerator/flux-system/monorepo',
      },
    ],
  ])('%s', (name, expected) => {
    expect(sources.get(name)).toMatchObject([{ type: 'source', ...expected }]);
  });
});

describe('the other objects', () => {
  const objects = fixture('engineObjects.yaml');

  it.each([
    ['image-policy', '1.8.0'],
    ['image-policy-older-version', '1.7.0'],
  ])('%s tells which tag automation would write', (name, latest) => {
    expect(objects.get(name)).toMatchObject([
      {
        type: 'image-policy',
        state: 'healthy',
        image: 'registry.example.org/pay/api',
        latest,
      },
    ]);
  });

  it.each([
    [
      'image-repository',
      'healthy',
      {
        image: 'registry.example.org/pay/api',
        tags: '12',
        scannedAt: '2026-01-05T07:00:00Z',
      },
    ],
    [
      'image-automation',
      'failing',
      { source: 'fleet', lastPushCommit: 'abc123' },
    ],
    [
      'alert',
      'healthy',
      { provider: 'slack', severity: 'error', sources: '1' },
    ],
    ['alert-older-version', 'suspended', { sources: '0' }],
    ['provider', 'healthy', { type: 'slack', channel: 'fleet' }],
    ['receiver', 'healthy', { type: 'github', events: 'ping, push' }],
    ['generator', 'healthy', { sources: '1', artifacts: '2' }],
    [
      'instance',
      'healthy',
      { version: '2.x', revision: 'v2.9.4@sha256:aa', components: '1' },
    ],
    ['resource-set', 'suspended', { resources: '1' }],
    [
      'input-provider',
      'healthy',
      {
        type: 'GitHubBranch',
        url: 'https://github.com/example/app',
        inputs: '1',
        nextAt: '2026-01-06T00:00:00Z',
      },
    ],
  ])('%s is %s', (name, state, details) => {
    const records = objects.get(name);
    expect(records).toMatchObject([
      { type: 'engine-object', state, suspended: state === 'suspended' },
    ]);
    expect(records?.[0]).toHaveProperty('details', details);
  });

  it.each([
    ['report', 'healthy', 'all components are ready', 'v2.9.4'],
    ['report-of-failing-objects', 'degraded', 'objects that fail: 3', 'v2.9.4'],
    [
      'report-of-broken-component',
      'failing',
      'helm-controller is not ready',
      'v2.9.4',
    ],
    [
      'report-of-broken-sync',
      'degraded',
      'its own source or Kustomization is not ready',
      undefined,
    ],
    ['report-empty', 'unknown', 'reports no component', undefined],
  ])('%s says that Flux is %s', (name, state, summary, version) => {
    expect(objects.get(name)).toMatchObject([
      { type: 'engine', engine: 'flux', state, summary, version },
    ]);
  });
});
