import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { KubernetesObject, ObjectRef } from '../../types';
import { populatedClusters } from '../__fixtures__/populatedClusters';
import { createWorld, World } from '../createWorld';
import { Application } from '../status/applicationStatus';
import { Kustomization } from '../status/kustomizationStatus';

let world: World;
let clusters: Map<string, SimulatedCluster>;
const silent: [string, boolean][] = [];

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') });
  world = createWorld({ spokes: 9, seed: 1 });
  clusters = populatedClusters(world);
  silent.length = 0;
  world.start(clusters, {
    speed: 1,
    setSilent: (...call) => silent.push(call),
  });
});

afterEach(() => {
  world.stop();
  jest.useRealTimers();
});

function pass(seconds: number): void {
  jest.advanceTimersByTime(seconds * 1000);
}

function clientPatches(cluster: string, ref: ObjectRef, patch: object): void {
  const target = clusters.get(cluster)!;
  const object = target.patch(ref, patch, { manager: 'client' })!;
  target.announceClientWrite(object, ref);
}

function read<T extends KubernetesObject>(cluster: string, ref: ObjectRef): T {
  return clusters.get(cluster)!.get(ref) as T;
}

function kustomization(name: string): ObjectRef {
  return {
    group: 'kustomize.toolkit.fluxcd.io',
    plural: 'kustomizations',
    namespace: 'flux-system',
    name,
  };
}

function application(name: string): ObjectRef {
  return {
    group: 'argoproj.io',
    plural: 'applications',
    namespace: 'argocd',
    name,
  };
}

function deployment(namespace: string, name: string): ObjectRef {
  return { group: 'apps', plural: 'deployments', namespace, name };
}

describe('Flux', () => {
  it('reconciles when a client asks, and says that it did', () => {
    const ref = kustomization('search');
    clientPatches('prod-us-east-1', ref, {
      metadata: {
        annotations: { 'reconcile.fluxcd.io/requestedAt': 'just now' },
      },
    });
    pass(0.5);
    expect(
      read<Kustomization>('prod-us-east-1', ref).status!.conditions,
    ).toContainEqual(
      expect.objectContaining({ type: 'Reconciling', status: 'True' }),
    );
    pass(3);
    const { status } = read<Kustomization>('prod-us-east-1', ref);
    expect(status!.lastHandledReconcileAt).toBe('just now');
    expect(status!.conditions).toContainEqual(
      expect.objectContaining({ type: 'Ready', status: 'True' }),
    );
    expect(status!.history![0].totalReconciliations).toBeGreaterThan(1);
  });

  it('leaves a suspended Kustomization alone until it is resumed', () => {
    const ref = kustomization('search');
    clientPatches('prod-us-east-1', ref, { spec: { suspend: true } });
    const suspended = read('prod-us-east-1', ref);
    pass(1200);
    expect(read('prod-us-east-1', ref)).toEqual(suspended);

    clientPatches('prod-us-east-1', ref, { spec: { suspend: false } });
    pass(60);
    const { metadata, status } = read<Kustomization>('prod-us-east-1', ref);
    expect(status!.observedGeneration).toBe(metadata.generation);
  });

  it('undoes a hand edit at its next run, and tells so in an Event', () => {
    const ref = deployment('discovery', 'search');
    world.scenario('edit-by-hand');
    expect(read('prod-us-east-1', ref)).toMatchObject({
      spec: { replicas: 5 },
    });
    pass(400);
    expect(read('prod-us-east-1', ref)).toMatchObject({
      spec: { replicas: 3 },
      status: { replicas: 3, observedGeneration: 3 },
    });
    expect(clusters.get('prod-us-east-1')!.list('', 'events')).toContainEqual(
      expect.objectContaining({
        message: 'Deployment/discovery/search configured',
        involvedObject: expect.objectContaining({ kind: 'Kustomization' }),
      }),
    );
  });

  it('says why a Kustomization cannot be built, and recovers with the next commit', () => {
    const ready = () =>
      read<Kustomization>(
        'staging-us-east-1',
        kustomization('cart'),
      ).status!.conditions!.find(({ type }) => type === 'Ready');
    world.scenario('break-kustomization');
    pass(70);
    expect(ready()).toMatchObject({ status: 'False', reason: 'BuildFailed' });
    world.scenario('mend-kustomization');
    pass(70);
    expect(ready()).toMatchObject({ status: 'True' });
  });

  it('fails in the object that a cluster does not serve, and stops nothing else', () => {
    clusters.get('prod-us-east-1')!.undefine('helm.toolkit.fluxcd.io');
    pass(900);
    const conditionsOf = (name: string) =>
      read<Kustomization>('prod-us-east-1', kustomization(name)).status!
        .conditions;
    expect(conditionsOf('infrastructure')).toContainEqual(
      expect.objectContaining({
        type: 'Ready',
        reason: 'ReconciliationFailed',
        message: expect.stringContaining('HelmRelease/cert-manager'),
      }),
    );
    expect(conditionsOf('search')).toContainEqual(
      expect.objectContaining({ type: 'Ready', status: 'True' }),
    );
  });
});

describe('Argo CD', () => {
  it('compares again when a client asks for a refresh', () => {
    const ref = application('search-prod-eu-west-1');
    pass(2);
    clientPatches('hub', ref, {
      metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } },
    });
    const { reconciledAt } = read<Application>('hub', ref).status!;
    pass(4);
    const { metadata, status } = read<Application>('hub', ref);
    expect(metadata.annotations).not.toHaveProperty([
      'argocd.argoproj.io/refresh',
    ]);
    expect(status!.reconciledAt).not.toBe(reconciledAt);
  });

  it('syncs what a client tells it to, on the cluster that the Application names', () => {
    const ref = application('ledger-prod-eu-west-1');
    world.scenario('release-development');
    world.scenario('release-development');
    world.scenario('release-production');
    pass(200);
    expect(read<Application>('hub', ref).status!.sync!.status).toBe(
      'OutOfSync',
    );
    clientPatches('hub', ref, {
      operation: { initiatedBy: { username: 'guest' }, sync: {} },
    });
    pass(2);
    expect(read('hub', ref)).toMatchObject({
      status: { operationState: { phase: 'Running' } },
    });
    pass(60);
    const synced = read<Application>('hub', ref);
    expect(synced.operation).toBeUndefined();
    expect(synced.status).toMatchObject({
      operationState: {
        phase: 'Succeeded',
        operation: { initiatedBy: { username: 'guest' } },
      },
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
    });
  });
});

describe('a pod whose image is not there', () => {
  it('says so again and again', () => {
    pass(2 * 3600);
    expect(clusters.get('prod-eu-west-1')!.list('', 'events')).toContainEqual(
      expect.objectContaining({
        reason: 'BackOff',
        count: 25,
        lastTimestamp: '2026-11-20T14:00:00Z',
        involvedObject: expect.objectContaining({ kind: 'Pod' }),
      }),
    );
  });
});

describe('the scenario', () => {
  it('brings a release to each environment in turn', () => {
    const ref = deployment('shop', 'storefront');
    const image = (cluster: string) =>
      JSON.stringify(read(cluster, ref)).match(/storefront:([\d.]+)/)![1];
    world.scenario('release-development');
    pass(110);
    expect(image('dev-us-east-1')).toBe('7.5.0');
    expect(image('staging-us-east-1')).toBe('7.3.1');
    world.scenario('release-staging');
    world.scenario('release-production');
    pass(120);
    expect(image('staging-us-east-1')).toBe('7.5.0');
    expect(image('prod-us-east-1')).toBe('7.5.0');
    expect(image('prod-ap-south-1')).toBe('7.2.8');
    const pods = clusters
      .get('prod-us-east-1')!
      .list('', 'pods')
      .filter(({ metadata }) => metadata.name.startsWith('storefront-'));
    expect(pods).toHaveLength(4);
  });

  it('takes a memory limit away by hand, and Flux puts it back', () => {
    const ref = deployment('discovery', 'indexer');
    const limits = () =>
      JSON.stringify(read('prod-us-east-1', ref).spec).includes('"limits"');
    expect(limits()).toBe(true);
    world.scenario('remove-memory-limit');
    expect(limits()).toBe(false);
    pass(400);
    expect(limits()).toBe(true);
  });

  it('changes by hand what Argo CD then finds out of sync, and leaves so', () => {
    const ref = application('ledger-prod-eu-west-1');
    expect(read<Application>('hub', ref).status!.sync!.status).toBe('Synced');
    world.scenario('edit-config');
    pass(5);
    const { status, metadata } = read<Application>('hub', ref);
    expect(metadata.annotations).not.toHaveProperty([
      'argocd.argoproj.io/refresh',
    ]);
    expect(status!.resources).toContainEqual(
      expect.objectContaining({ name: 'ledger-config', status: 'OutOfSync' }),
    );
    pass(600);
    expect(read<Application>('hub', ref).status!.sync!.status).toBe(
      'OutOfSync',
    );
  });

  it('releases to where a release is suspended, and nothing of it arrives', () => {
    const ref = {
      group: 'helm.toolkit.fluxcd.io',
      plural: 'helmreleases',
      namespace: 'monitoring',
      name: 'monitoring',
    };
    const { status } = read('prod-us-east-1', ref);
    world.scenario('release-while-suspended');
    pass(120);
    expect(read('prod-us-east-1', ref)).toMatchObject({
      spec: { suspend: true, chart: { spec: { version: '3.9.0' } } },
      status: { history: (status as { history: object }).history },
    });
  });

  it('releases to production past staging', () => {
    world.scenario('skip-staging');
    pass(120);
    const image = (cluster: string) =>
      JSON.stringify(read(cluster, deployment('discovery', 'indexer')));
    expect(image('prod-us-east-1')).toContain('indexer:0.22.0');
    expect(image('staging-us-east-1')).toContain('indexer:0.21.4');
  });

  it('takes an application from one cluster, and brings it back', () => {
    const present = () => [
      clusters.get('prod-ap-south-1')!.get(kustomization('search')),
      clusters.get('prod-ap-south-1')!.get(deployment('discovery', 'search')),
    ];
    world.scenario('withdraw-application');
    pass(900);
    expect(present()).toEqual([undefined, undefined]);
    world.scenario('return-application');
    pass(120);
    expect(present()).toEqual([expect.anything(), expect.anything()]);
  });

  it.each([
    ['suspend-release', 'resume-release', 'staging-us-east-1', 'cert-manager'],
    ['suspend-source', 'resume-source', 'dev-us-east-1', 'kyverno'],
  ])('plays %s and %s', (suspend, resume, cluster, name) => {
    const isRelease = name === 'cert-manager';
    const ref = {
      group: `${isRelease ? 'helm' : 'source'}.toolkit.fluxcd.io`,
      plural: isRelease ? 'helmreleases' : 'ocirepositories',
      namespace: isRelease ? name : 'flux-system',
      name,
    };
    world.scenario(suspend);
    expect(read(cluster, ref)).toMatchObject({ spec: { suspend: true } });
    pass(900);
    expect(read(cluster, ref)).toMatchObject({ spec: { suspend: true } });
    world.scenario(resume);
    pass(60);
    const { spec, metadata, status } = read(cluster, ref);
    expect(spec).toMatchObject({ suspend: false });
    expect(status).toMatchObject({ observedGeneration: metadata.generation });
  });

  it('lets a spoke fall silent and return, by itself and by name', () => {
    pass(1800);
    expect(silent).toEqual([
      ['staging-eu-west-1', true],
      ['staging-eu-west-1', false],
    ]);
    world.scenario('silence-spoke');
    expect(silent).toHaveLength(3);
    expect(() => world.scenario('dance')).toThrow(
      'The scenario has no step "dance"; it has release-development,',
    );
  });
});
