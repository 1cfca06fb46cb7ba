import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

function fixture(file: string) {
  return projectFixture(path.join(__dirname, '__fixtures__', file));
}

describe('nodes', () => {
  const nodes = fixture('nodes.yaml');

  it.each([
    [
      'ready',
      {
        type: 'node',
        state: 'healthy',
        since: '2026-01-05T08:00:00Z',
        ready: true,
        pressure: [],
        schedulable: true,
        version: 'v1.34.2',
        instanceType: 'm6i.large',
        zone: 'eu-west-1a',
        region: 'eu-west-1',
        provider: 'aws',
        capacity: { cpuCores: 4, memoryBytes: 17_179_869_184, pods: 110 },
      },
    ],
    [
      'older-labels',
      {
        instanceType: 'n2-standard-4',
        zone: 'europe-west1-b',
        region: 'europe-west1',
        provider: 'gcp',
        capacity: { cpuCores: 7.82, memoryBytes: 129_000_000, pods: 32 },
      },
    ],
    [
      'not-ready',
      {
        state: 'failing',
        ready: false,
        provider: 'azure',
        summary: 'is not ready: container runtime is down',
        reason: 'KubeletNotReady',
      },
    ],
    [
      'silent',
      {
        state: 'failing',
        summary: 'its kubelet is silent: Kubelet stopped posting node status.',
      },
    ],
    [
      'under-pressure',
      {
        state: 'degraded',
        ready: true,
        pressure: ['MemoryPressure', 'DiskPressure'],
        message: 'kubelet has insufficient memory available',
      },
    ],
    ['cordoned', { state: 'suspended', ready: true, schedulable: false }],
    [
      'just-registered',
      {
        state: 'unknown',
        ready: false,
        provider: undefined,
        capacity: { cpuCores: 0, memoryBytes: 0, pods: 0 },
      },
    ],
  ])('%s', (name, expected) => {
    expect(nodes.get(name)).toMatchObject([expected]);
  });
});

describe('namespaces', () => {
  const namespaces = fixture('namespaces.yaml');

  it('keeps their labels and their owner', () => {
    expect(namespaces.get('payments')).toMatchObject([
      {
        type: 'namespace',
        state: 'healthy',
        labels: { team: 'pay' },
        ownerKey: 'Kustomization/flux-system/tenants',
      },
    ]);
    expect(namespaces.get('going')).toMatchObject([
      { state: 'progressing', since: '2026-02-01T10:00:00Z' },
    ]);
  });
});

describe('Pod Security', () => {
  const namespaces = fixture('namespaces.yaml');

  it('is a policy of a namespace for each level that its labels name', () => {
    expect(namespaces.get('guarded')).toMatchObject([
      { type: 'namespace' },
      {
        type: 'policy',
        engine: 'pod-security',
        kind: 'PodSecurity',
        namespace: 'guarded',
        name: 'baseline',
        state: 'healthy',
        bindings: [{ mode: 'enforce', word: 'enforce: baseline v1.34' }],
        controls: expect.arrayContaining(['privileged-containers']),
      },
      {
        name: 'restricted',
        bindings: [
          { mode: 'warn', word: 'warn: restricted' },
          { mode: 'audit', word: 'audit: restricted' },
        ],
        controls: expect.arrayContaining(['run-as-non-root']),
      },
    ]);
  });

  it('says of a level that is none, and of one that lets everything in', () => {
    expect(namespaces.get('mistyped')).toMatchObject([
      {},
      { state: 'failing', summary: expect.stringContaining('"restriced"') },
    ]);
    expect(namespaces.get('open')).toMatchObject([
      {},
      { name: 'privileged', bindings: [{ mode: 'off' }], controls: [] },
    ]);
  });
});

describe('workloads', () => {
  const workloads = new Map([
    ...fixture('deployments.yaml'),
    ...fixture('sets.yaml'),
    ...fixture('jobs.yaml'),
  ]);

  it('says what runs, and whose it is', () => {
    expect(workloads.get('healthy')).toEqual([
      {
        type: 'workload',
        engine: 'kubernetes',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'payments',
        name: 'healthy',
        state: 'healthy',
        summary: '2 of 2 pods ready',
        since: '2026-01-05T08:00:00Z',
        proofs: {
          'fleetcommander.io/entity': 'component:default/payments',
          'backstage.io/kubernetes-id': 'payments',
        },
        labels: {
          'backstage.io/kubernetes-id': 'payments',
          'helm.toolkit.fluxcd.io/name': 'payments',
          'helm.toolkit.fluxcd.io/namespace': 'flux-system',
        },
        ownerKey: 'HelmRelease/flux-system/payments',
        images: [
          {
            container: 'api',
            image: 'registry.example.org:5000/pay/api:1.8.0',
          },
          {
            container: 'proxy',
            image: expect.stringContaining('envoy@sha256:'),
          },
        ],
        version: '1.8.0',
        desired: 2,
        ready: 2,
      },
    ]);
  });

  it.each([
    ['not-observed', 'progressing', 'its latest spec is not acted on yet'],
    ['rolling-out', 'progressing', '1 of 3 pods up to date'],
    ['old-pods-left', 'progressing', 'waits for old pods to go, 1 left'],
    ['starting', 'progressing', '0 of 2 pods ready'],
    ['lost-pods', 'degraded', '1 of 3 pods ready'],
    [
      'stuck',
      'failing',
      'its rollout is stuck: ReplicaSet "api-2" has timed out progressing.',
    ],
    [
      'over-quota',
      'failing',
      'cannot create pods: pods "api-1" is forbidden: exceeded quota',
    ],
    ['paused', 'suspended', 'is paused'],
    ['scaled-to-zero', 'healthy', 'scaled to zero'],
    ['scaling-to-zero', 'progressing', 'scaling to zero, 2 pods left'],
    ['deleting', 'progressing', 'is being deleted'],
    ['never-reconciled', 'unknown', 'has no status yet'],
    ['stateful-healthy', 'healthy', '3 of 3 pods ready'],
    ['stateful-starting', 'progressing', '1 of 3 pods ready'],
    ['stateful-updating', 'progressing', '1 of 3 pods up to date'],
    ['stateful-partitioned', 'healthy', '3 of 3 pods ready'],
    ['stateful-on-delete', 'healthy', '3 of 3 pods ready'],
    ['stateful-lost-pod', 'degraded', '2 of 3 pods ready'],
    ['stateful-zero', 'healthy', 'scaled to zero'],
    ['daemon-healthy', 'healthy', '4 of 4 pods ready'],
    ['daemon-updating', 'progressing', '1 of 4 pods up to date'],
    ['daemon-lost-pod', 'degraded', '3 of 4 pods ready'],
    ['daemon-node-joined', 'progressing', '4 of 5 pods ready'],
    ['daemon-nowhere', 'healthy', 'no node is to run it'],
    ['job-complete', 'healthy', 'completed'],
    [
      'job-failed',
      'failing',
      'failed: Job has reached the specified backoff limit',
    ],
    ['job-running', 'progressing', 'runs, 2 of 5 done'],
    ['job-suspended', 'suspended', 'is paused'],
    [
      'cron-succeeded',
      'healthy',
      'its last run succeeded, scheduled 0 3 * * *',
    ],
    [
      'cron-failed',
      'degraded',
      'its last run did not succeed, scheduled 0 3 * * *',
    ],
    ['cron-running', 'healthy', 'runs now, scheduled 0 3 * * *'],
    ['cron-new', 'healthy', 'has not run yet, scheduled 0 3 * * *'],
    ['cron-suspended', 'suspended', 'is paused'],
  ])('%s is %s: %s', (name, state, summary) => {
    expect(workloads.get(name)).toMatchObject([
      { type: 'workload', state, summary },
    ]);
  });

  it('reads counts and versions of each kind', () => {
    expect(workloads.get('stateful-lost-pod')).toMatchObject([
      { desired: 3, ready: 2 },
    ]);
    expect(workloads.get('daemon-healthy')).toMatchObject([
      {
        desired: 4,
        ready: 4,
        version: 'v1.12.2',
        ownerKey: 'Application//team-a_logs',
      },
    ]);
    expect(workloads.get('job-running')).toMatchObject([
      { desired: 5, ready: 2 },
    ]);
    expect(workloads.get('cron-succeeded')).toMatchObject([
      { desired: 0, ready: 0, version: '2.1' },
    ]);
  });

  it('leaves the jobs of a CronJob to the CronJob', () => {
    expect(workloads.get('job-of-cronjob')).toEqual([]);
  });
});
