import { SimulatedCluster } from '../apiserver/SimulatedCluster';
import { KubernetesObject, ObjectRef } from '../types';
import {
  emptyCluster,
  objectsOf,
  populatedClusters,
} from './__fixtures__/populatedClusters';
import { createWorld } from './createWorld';
import { fillCluster } from './fillCluster';
import { Application } from './status/applicationStatus';
import { refOf } from './resources/refOf';

const now = new Date('2026-11-20T12:00:00Z');

const applicationKinds = [
  ['kustomize.toolkit.fluxcd.io', 'kustomizations'],
  ['helm.toolkit.fluxcd.io', 'helmreleases'],
  ['argoproj.io', 'applications'],
];

function countApplications(clusters: Iterable<SimulatedCluster>): number {
  let count = 0;
  for (const cluster of clusters) {
    for (const [group, plural] of applicationKinds) {
      count += cluster.list(group, plural).length;
    }
  }
  return count;
}

interface Inventoried extends KubernetesObject {
  spec: {
    sourceRef?: { name: string };
    dependsOn?: { name: string }[];
    kubeConfig?: object;
  };
  status: { inventory?: { entries: { id: string; v: string }[] } };
}

interface Pod extends KubernetesObject {
  spec: { nodeName: string };
  status: { phase: string };
}

function inventoryRefs(object: Inventoried) {
  return (object.status.inventory?.entries ?? []).map(({ id, v }) => {
    const [namespace, name, group, kind] = id.split('_');
    return refOf({
      apiVersion: group ? `${group}/${v}` : v,
      kind,
      metadata: { name, namespace: namespace || undefined },
    });
  });
}

describe('createWorld', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('plans a hub and three environments in three regions', () => {
    expect(createWorld({ spokes: 9, seed: 1 }).plans.map(p => p.name)).toEqual([
      'hub',
      'dev-us-east-1',
      'staging-us-east-1',
      'prod-us-east-1',
      'dev-eu-west-1',
      'staging-eu-west-1',
      'prod-eu-west-1',
      'dev-ap-south-1',
      'staging-ap-south-1',
      'prod-ap-south-1',
    ]);
  });

  it('plans two thousand spokes with names of their own', () => {
    const { plans } = createWorld({ spokes: 2000, seed: 1 });
    expect(new Set(plans.map(({ name }) => name)).size).toBe(2001);
    expect(plans.map(({ name }) => name)).toContain('prod-us-east-1-02');
  });

  it('refuses a number of spokes that is none', () => {
    expect(() => createWorld({ spokes: -1, seed: 1 })).toThrow(
      'must be a whole number of at least 0, not -1',
    );
  });

  it('fills the same clusters for the same seed, and others for another', () => {
    const contents = (seed: number) =>
      [...populatedClusters(createWorld({ spokes: 3, seed })).values()].map(
        objectsOf,
      );
    const first = contents(7);
    expect(contents(7)).toEqual(first);
    expect(contents(8)).not.toEqual(first);
  });

  it('shows every state that a fleet can be in from the beginning', () => {
    const clusters = populatedClusters(createWorld({ spokes: 9, seed: 1 }));
    expect(countApplications(clusters.values())).toBeGreaterThanOrEqual(64);

    const failing = [...clusters.values()].filter(cluster =>
      cluster
        .list('', 'pods')
        .some(pod => JSON.stringify(pod.status).includes('ImagePullBackOff')),
    );
    expect(failing.map(({ name }) => name)).toEqual([
      'prod-eu-west-1',
      'prod-ap-south-1',
    ]);
    expect(failing[0].list('', 'events')).toContainEqual(
      expect.objectContaining({ reason: 'Failed', type: 'Warning' }),
    );

    expect(
      clusters.get('prod-us-east-1')!.get({
        group: 'helm.toolkit.fluxcd.io',
        plural: 'helmreleases',
        namespace: 'monitoring',
        name: 'monitoring',
      }),
    ).toMatchObject({
      metadata: { generation: 2 },
      spec: { suspend: true },
      status: { observedGeneration: 1 },
    });

    const hub = clusters.get('hub')!;
    expect(
      hub
        .list('argoproj.io', 'applications')
        .map(object => (object as Application).spec.destination.name),
    ).toEqual(
      expect.arrayContaining([
        'prod-eu-west-1',
        'staging-ap-south-1',
        'prod-sa-east-1-old',
      ]),
    );
    const stuck = hub.get({
      group: 'argoproj.io',
      plural: 'applications',
      namespace: 'argocd',
      name: 'checkout-prod-eu-west-1',
    }) as Application;
    expect(stuck.status!.health).toMatchObject({
      status: 'Degraded',
      lastTransitionTime: '2026-11-20T11:42:00Z',
    });
    const laggard = clusters.get('prod-ap-south-1')!;
    expect(
      laggard.resources.find('fluxcd.controlplane.io', 'fluxreports'),
    ).toBe(undefined);
    expect(
      laggard.resources.find('helm.toolkit.fluxcd.io', 'helmreleases')!
        .versions,
    ).toEqual(['v2', 'v2beta2']);
    expect(
      clusters
        .get('dev-eu-west-1')!
        .resources.find('kustomize.toolkit.fluxcd.io', 'kustomizations'),
    ).toBe(undefined);
  });

  it('runs as many pods as workloads say are ready, on nodes that are there', () => {
    const clusters = populatedClusters(createWorld({ spokes: 9, seed: 1 }));
    for (const cluster of clusters.values()) {
      const nodes = cluster.list('', 'nodes').map(node => node.metadata.name);
      const pods = cluster.list('', 'pods') as Pod[];
      const running = (namespace: string, name: string) =>
        pods.filter(
          ({ metadata, status }) =>
            metadata.namespace === namespace &&
            metadata.labels!['app.kubernetes.io/name'] === name &&
            status.phase === 'Running',
        ).length;
      for (const plural of ['deployments', 'statefulsets', 'daemonsets']) {
        for (const { metadata, status } of cluster.list('apps', plural)) {
          const { numberReady, readyReplicas = numberReady } = status as Record<
            string,
            number
          >;
          const { name, namespace } = metadata;
          expect([name, running(namespace!, name)]).toEqual([
            name,
            readyReplicas,
          ]);
        }
      }
      expect(nodes).toEqual(
        expect.arrayContaining(pods.map(({ spec }) => spec.nodeName)),
      );
    }
  });

  it('lets every object refer only to what is there', () => {
    const clusters = populatedClusters(createWorld({ spokes: 9, seed: 1 }));
    for (const cluster of clusters.values()) {
      const objects = objectsOf(cluster);
      const uids = new Set(objects.map(({ metadata }) => metadata.uid));
      const namespaces = new Set(
        cluster.list('', 'namespaces').map(({ metadata }) => metadata.name),
      );
      const owners = objects.flatMap(
        ({ metadata }) => (metadata.ownerReferences ?? []) as { uid: string }[],
      );
      expect(owners.filter(({ uid }) => !uids.has(uid))).toEqual([]);
      const homeless = objects.filter(
        ({ metadata: { namespace } }) =>
          namespace && !namespaces.has(namespace),
      );
      expect(homeless).toEqual([]);
      for (const [group, plural] of applicationKinds.slice(0, 2)) {
        for (const object of cluster.list(group, plural) as Inventoried[]) {
          const target = object.spec.kubeConfig
            ? clusters.get('staging-us-east-1')!
            : cluster;
          for (const ref of inventoryRefs(object)) {
            expect([ref, target.get(ref)]).toEqual([ref, expect.anything()]);
          }
          expect(object.metadata.labels).toMatchObject({
            'kustomize.toolkit.fluxcd.io/name': expect.anything(),
          });
        }
      }
      for (const { spec, metadata } of cluster.list(
        'kustomize.toolkit.fluxcd.io',
        'kustomizations',
      ) as Inventoried[]) {
        const { namespace } = metadata;
        expect(
          cluster.get({
            group: 'source.toolkit.fluxcd.io',
            plural: 'gitrepositories',
            namespace,
            name: spec.sourceRef!.name,
          }),
        ).toBeDefined();
        for (const { name } of spec.dependsOn ?? []) {
          expect(
            cluster.get({
              group: 'kustomize.toolkit.fluxcd.io',
              plural: 'kustomizations',
              namespace,
              name,
            }),
          ).toBeDefined();
        }
      }
    }
  });

  it('writes as the managers that write such objects', () => {
    const clusters = populatedClusters(createWorld({ spokes: 9, seed: 1 }));
    const managersOf = (cluster: string, ref: ObjectRef) => {
      const { resources, storage } = clusters.get(cluster)!;
      const definition = resources.find(ref.group, ref.plural)!;
      return storage
        .storeOf(definition)
        .get(`${ref.namespace}/${ref.name}`)!
        .owners.map(({ manager, operation, subresource }) =>
          [manager, operation, subresource].filter(Boolean).join(' '),
        );
    };
    const search = {
      group: 'apps',
      plural: 'deployments',
      namespace: 'discovery',
      name: 'search',
    };
    expect(managersOf('prod-us-east-1', search)).toEqual([
      'kustomize-controller Apply',
      'kube-controller-manager Update status',
    ]);
    expect(managersOf('prod-eu-west-1', search)[0]).toBe(
      'argocd-controller Apply',
    );
    expect(
      managersOf('prod-us-east-1', {
        group: 'helm.toolkit.fluxcd.io',
        plural: 'helmreleases',
        namespace: 'kyverno',
        name: 'kyverno',
      }),
    ).toEqual(['kustomize-controller Apply', 'helm-controller Update status']);
  });
});

describe('fillCluster', () => {
  it('fills a cluster with objects in the given numbers', () => {
    const cluster = emptyCluster('bench-1');
    fillCluster(
      cluster,
      {
        kustomizations: 20,
        helmReleases: 5,
        applications: 20,
        deployments: 50,
        nodes: 6,
        namespaces: 8,
      },
      1,
    );
    const count = (group: string, plural: string) =>
      cluster.list(group, plural).length;
    expect(count('kustomize.toolkit.fluxcd.io', 'kustomizations')).toBe(20);
    expect(count('helm.toolkit.fluxcd.io', 'helmreleases')).toBe(5);
    expect(count('argoproj.io', 'applications')).toBe(20);
    expect(count('', 'nodes')).toBe(6);
    const delivered = cluster
      .list('apps', 'deployments')
      .filter(({ metadata }) => metadata.namespace !== 'kube-system');
    expect(delivered).toHaveLength(50);
  });
});
