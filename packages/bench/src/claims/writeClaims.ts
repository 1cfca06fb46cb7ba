import type {
  ClusterObjects,
  KubernetesObject,
  ResourceDefinition,
} from '@fleetcommander/demo-fleet';

const group = 'platform.bench.example.org';
const composites: ResourceDefinition = {
  group,
  versions: ['v1'],
  kind: 'Stack',
  plural: 'stacks',
  singular: 'stack',
  categories: ['composite'],
  namespaced: true,
  subresources: ['status'],
};
const managed: ResourceDefinition = {
  group: `cloud.${group}`,
  versions: ['v1'],
  kind: 'Instance',
  plural: 'instances',
  singular: 'instance',
  categories: ['managed'],
  namespaced: true,
  subresources: ['status'],
};
const definitions: ResourceDefinition = {
  group: 'apiextensions.crossplane.io',
  versions: ['v2'],
  kind: 'CompositeResourceDefinition',
  plural: 'compositeresourcedefinitions',
  singular: 'compositeresourcedefinition',
  namespaced: false,
};
const namespace = 'platform';
/** One in so many objects is not there yet. */
const waitingOneIn = 50;

/** What a claim of so many objects is called. */
export function claimName(objects: number): string {
  return `of-${objects}`;
}

/** Has a cluster hold namespaced composites, each of as many managed resources as is asked for. */
export function writeClaims(
  cluster: ClusterObjects,
  sizes: readonly number[],
): void {
  cluster.define([definitions, composites, managed]);
  put(cluster, {
    apiVersion: 'apiextensions.crossplane.io/v2',
    kind: 'CompositeResourceDefinition',
    metadata: { name: `stacks.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind: 'Stack', plural: 'stacks' },
      versions: [{ name: 'v1', served: true, referenceable: true }],
    },
    status: { conditions: [condition(cluster, 'Established', true)] },
  });
  for (const size of sizes) {
    writeClaim(cluster, size);
  }
}

function writeClaim(cluster: ClusterObjects, size: number): void {
  const name = claimName(size);
  const instances = Array.from({ length: size }, (_, index) => ({
    apiVersion: `cloud.${group}/v1`,
    kind: 'Instance',
    name: `${name}-${String(index).padStart(4, '0')}`,
  }));
  const { metadata } = put(cluster, {
    apiVersion: `${group}/v1`,
    kind: 'Stack',
    metadata: { name, namespace },
    spec: { crossplane: { resourceRefs: instances } },
    status: {
      conditions: [
        condition(cluster, 'Synced', true),
        condition(cluster, 'Ready', false),
      ],
    },
  });
  for (const [index, { apiVersion, kind, name: instance }] of Object.entries(
    instances,
  )) {
    put(cluster, {
      apiVersion,
      kind,
      metadata: {
        name: instance,
        namespace,
        labels: { 'crossplane.io/composite': name },
        ownerReferences: [
          {
            apiVersion: `${group}/v1`,
            kind: 'Stack',
            name,
            uid: metadata.uid,
            controller: true,
          },
        ],
      },
      spec: { forProvider: { region: 'eu-west-1' } },
      status: {
        conditions: [
          condition(cluster, 'Synced', true),
          condition(cluster, 'Ready', Number(index) % waitingOneIn !== 0),
        ],
      },
    });
  }
}

function put(
  cluster: ClusterObjects,
  object: KubernetesObject,
): KubernetesObject {
  return cluster.put(object, { manager: 'crossplane' });
}

function condition(cluster: ClusterObjects, type: string, holds: boolean) {
  return {
    type,
    status: holds ? 'True' : 'False',
    reason: holds ? 'Available' : 'Creating',
    lastTransitionTime: cluster.now().toISOString(),
  };
}
