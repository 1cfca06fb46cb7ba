import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { KubernetesObject } from '../../types';
import {
  emptyCluster,
  populatedClusters,
} from '../__fixtures__/populatedClusters';
import { createWorld, World } from '../createWorld';
import { refOf } from '../resources/refOf';
import { Reconciled } from '../status/crossplaneStatus';
import { ClusterClaim, ClusterSpec } from './ClusterClaim';
import { Composite, referencesOf } from './composite';
import { deleteObject } from './deleteObject';
import { partOf } from './Part';

const name = 'staging-eu-central-1';
let world: World;
let clusters: Map<string, SimulatedCluster>;
let hub: SimulatedCluster;
let withdrawn: string[];

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') });
  world = createWorld({ spokes: 3, seed: 1 });
  clusters = populatedClusters(world);
  hub = clusters.get('hub')!;
  withdrawn = [];
  world.start(clusters, {
    speed: 1,
    cloud: {
      create: plan => {
        const cluster = emptyCluster(plan.name, plan.version);
        clusters.set(plan.name, cluster);
        return cluster;
      },
      withdraw: cluster => withdrawn.push(cluster),
      delete: cluster => clusters.delete(cluster),
    },
  });
});

afterEach(() => {
  world.stop();
  jest.useRealTimers();
});

function pass(seconds: number): void {
  jest.advanceTimersByTime(seconds * 1000);
}

function claimWith(spec: Partial<ClusterSpec> = {}): ClusterClaim {
  return {
    apiVersion: 'platform.example.org/v1alpha1',
    kind: 'KubernetesCluster',
    metadata: { name, namespace: 'fleet-system' },
    spec: {
      cloudProvider: 'aws',
      region: 'eu-central-1',
      environment: 'staging',
      owner: 'group:default/sre',
      kubernetes: { version: '1.34' },
      nodeGroups: [
        { name: 'general', instanceType: 'm6i.xlarge', minSize: 2, maxSize: 5 },
      ],
      addons: [],
      ...spec,
    },
  };
}

/** As a client does it. */
function apply(claim: ClusterClaim): void {
  const live = hub.get(refOf(claim));
  const object = live
    ? hub.patch(refOf(claim), { spec: claim.spec }, { manager: 'kubectl' })!
    : hub.put(claim, { manager: 'kubectl' });
  hub.announceClientWrite(object, refOf(claim));
}

function remove(claim: KubernetesObject): void {
  deleteObject(hub, refOf(claim), 'kubectl', (_, object, ref) =>
    hub.announceClientWrite(object, ref),
  );
}

function condition(object: KubernetesObject | undefined, type: string) {
  return (object as Reconciled | undefined)?.status?.conditions?.find(
    each => each.type === type,
  );
}

function claimNow(): KubernetesObject | undefined {
  return hub.get(refOf(claimWith()));
}

/** What there is of its cluster by now, by part. */
function composed(): Map<string, KubernetesObject> {
  const composite = hub
    .list('platform.example.org', 'xkubernetesclusters')
    .find(({ metadata }) => metadata.name.startsWith(`${name}-`));
  const references = composite ? referencesOf(composite as Composite) : [];
  const objects = references.flatMap(
    ({ apiVersion, kind, name: of }) =>
      hub.get(refOf({ apiVersion, kind, metadata: { name: of } })) ?? [],
  );
  return new Map(objects.map(object => [partOf(object)!, object]));
}

function nodes(): [name: string, version: string][] {
  return clusters
    .get(name)!
    .list('', 'nodes')
    .map(({ metadata, status }) => [
      metadata.name,
      (status as { nodeInfo: { kubeletVersion: string } }).nodeInfo
        .kubeletVersion,
    ]);
}

it('provisions a cluster step by step, until its own Flux has made the platform ready', () => {
  apply(claimWith());
  pass(8);
  expect(condition(claimNow(), 'Ready')).toMatchObject({ reason: 'Waiting' });
  expect([...composed().keys()]).toEqual(
    expect.arrayContaining(['network', 'role-nodes', 'subnet-a']),
  );
  expect(composed().has('control-plane')).toBe(false);
  pass(22);
  expect(condition(composed().get('control-plane'), 'Ready')).toMatchObject({
    status: 'False',
    reason: 'Creating',
  });
  expect(clusters.has(name)).toBe(false);

  pass(90);
  expect(condition(claimNow(), 'Ready')).toMatchObject({ status: 'True' });
  const spoke = clusters.get(name)!;
  expect(spoke.version).toBe('v1.34.5');
  expect(nodes()).toEqual([
    [`${name}-node-1`, 'v1.34.5'],
    [`${name}-node-2`, 'v1.34.5'],
  ]);
  pass(60);
  const kustomizations = spoke.list(
    'kustomize.toolkit.fluxcd.io',
    'kustomizations',
  );
  expect(
    kustomizations.map(object => [
      object.metadata.name,
      condition(object, 'Ready')?.status,
    ]),
  ).toEqual([
    ['flux-system', 'True'],
    ['infrastructure', 'True'],
  ]);
  expect(
    spoke
      .list('helm.toolkit.fluxcd.io', 'helmreleases')
      .map(object => condition(object, 'Ready')?.status),
  ).toEqual(['True', 'True']);
  for (const template of spoke.list(
    'templates.gatekeeper.sh',
    'constrainttemplates',
  )) {
    expect(template.status).toMatchObject({ created: true });
  }
});

it('scales, upgrades and retires a cluster as its claim says', () => {
  apply(claimWith());
  pass(180);
  const [general] = claimWith().spec.nodeGroups;
  apply(
    claimWith({
      nodeGroups: [
        { ...general, minSize: 3 },
        { name: 'batch', instanceType: 'm6i.2xlarge', minSize: 1, maxSize: 2 },
      ],
    }),
  );
  pass(40);
  expect(nodes()).toHaveLength(4);
  apply(claimWith());
  pass(40);
  expect(nodes()).toHaveLength(2);
  expect(composed().has('node-group-batch')).toBe(false);
  expect(composed().has('usage-batch')).toBe(false);

  apply(claimWith({ kubernetes: { version: '1.35' } }));
  pass(35);
  expect(clusters.get(name)!.version).toBe('v1.35.2');
  expect(new Set(nodes().map(([, version]) => version))).toContain('v1.34.5');
  pass(30);
  expect(new Set(nodes().map(([, version]) => version))).toEqual(
    new Set(['v1.35.2']),
  );

  const order: string[] = [];
  remove(claimNow()!);
  let before = [...composed().keys()];
  for (let second = 0; claimNow() && second < 300; second++) {
    pass(1);
    const now = composed();
    order.push(...before.filter(part => !now.has(part)));
    before = [...now.keys()];
  }
  expect(claimNow()).toBe(undefined);
  expect(order.indexOf('flux')).toBeLessThan(order.indexOf('registration'));
  expect(order.indexOf('node-group-general')).toBeLessThan(
    order.indexOf('usage-general'),
  );
  expect(order.indexOf('usage-general')).toBeLessThan(
    order.indexOf('control-plane'),
  );
  expect(withdrawn).toEqual([name]);
  expect(clusters.has(name)).toBe(false);
  expect(world.plans.map(plan => plan.name)).not.toContain(name);
});

it('waits with what its cloud refuses, until the claim asks for something else', () => {
  const [general] = claimWith().spec.nodeGroups;
  const gpu = { ...general, name: 'gpu', instanceType: 'p5.48xlarge' };
  apply(claimWith({ nodeGroups: [general, gpu] }));
  pass(200);
  expect(condition(claimNow(), 'Ready')).toMatchObject({ status: 'False' });
  expect(condition(composed().get('node-group-gpu'), 'Synced')).toMatchObject({
    reason: 'ReconcileError',
    message: expect.stringContaining('VcpuLimitExceeded'),
  });
  expect(clusters.has(name)).toBe(false);
  apply(
    claimWith({
      nodeGroups: [general, { ...gpu, instanceType: 'm6i.xlarge' }],
    }),
  );
  pass(120);
  expect(condition(claimNow(), 'Ready')).toMatchObject({ status: 'True' });
  expect(nodes()).toHaveLength(4);
});
