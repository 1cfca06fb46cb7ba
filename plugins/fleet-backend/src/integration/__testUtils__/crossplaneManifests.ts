import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

const group = 'platform.example.org';
const name = 'staging-one';

/** A kind as Crossplane and its providers define theirs: by its category it is known. */
export function categorisedCrd(options: {
  group: string;
  kind: string;
  category: string;
  namespaced?: boolean;
}): KubernetesObject {
  const { kind, category, namespaced } = options;
  const singular = kind.toLowerCase();
  const plural = `${singular}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${options.group}` },
    spec: {
      group: options.group,
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular,
        categories: ['crossplane', category],
      },
      scope: namespaced ? 'Namespaced' : 'Cluster',
      versions: ['v1beta2', 'v1beta1'].map(version => ({
        name: version,
        served: true,
        storage: version === 'v1beta1',
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
        subresources: { status: {} },
      })),
    },
  };
}

/** What Crossplane's RBAC manager grants to viewers of some kinds. */
export function viewerRole(
  rules: { apiGroups: string[]; resources: string[] }[],
): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: {
      name: 'crossplane:provider:aws:aggregate-to-view',
      labels: { 'rbac.crossplane.io/aggregate-to-view': 'true' },
    },
    rules: rules.map(rule => ({ ...rule, verbs: ['get', 'list', 'watch'] })),
  };
}

export const claim: KubernetesObject = {
  apiVersion: `${group}/v1beta1`,
  kind: 'KubernetesCluster',
  metadata: { name, namespace: 'shop', labels: { team: 'shop' } },
  spec: {
    region: 'eu-central-1',
    resourceRef: {
      apiVersion: `${group}/v1beta1`,
      kind: 'XKubernetesCluster',
      name: `${name}-x7k2p`,
    },
  },
};

/** Composes an object of each of these kinds, under its own name. */
export function composite(
  composed: readonly { apiVersion: string; kind: string }[],
): KubernetesObject {
  return {
    apiVersion: `${group}/v1beta1`,
    kind: 'XKubernetesCluster',
    metadata: { name: `${name}-x7k2p` },
    spec: {
      claimRef: {
        apiVersion: claim.apiVersion,
        kind: claim.kind,
        namespace: 'shop',
        name,
      },
      resourceRefs: composed.map(reference => ({
        ...reference,
        name: `${name}-x7k2p`,
      })),
    },
  };
}

export function managed(reference: {
  apiVersion: string;
  kind: string;
}): KubernetesObject {
  return {
    ...reference,
    metadata: { name: `${name}-x7k2p` },
    spec: { forProvider: { region: 'eu-central-1' } },
  };
}

/** Conditions as Crossplane writes them. */
export function synced(
  ready: 'Available' | 'Creating',
  error?: string,
): { conditions: object[] } {
  const lastTransitionTime = '2026-01-05T08:00:00Z';
  return {
    conditions: [
      {
        type: 'Synced',
        status: error ? 'False' : 'True',
        reason: error ? 'ReconcileError' : 'ReconcileSuccess',
        message: error ?? '',
        lastTransitionTime,
      },
      {
        type: 'Ready',
        status: ready === 'Available' ? 'True' : 'False',
        reason: ready,
        message: '',
        lastTransitionTime,
      },
    ],
  };
}
