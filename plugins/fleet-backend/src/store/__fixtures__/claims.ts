import type {
  ClaimKindRecord,
  ClaimNodeRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClaimRules } from '../../claims/ClaimRules';

/** A cluster is claimed as KubernetesCluster; an engine of delivery has to be there, and the platform's Kustomization. */
export const claimRules: ClaimRules = {
  clusterKinds: [
    {
      group: 'platform.example.org',
      kind: 'KubernetesCluster',
      fields: {
        cluster: 'metadata.name',
        environment: 'spec.environment',
        region: 'spec.region',
        provider: 'spec.cloudProvider',
        version: 'spec.kubernetes.version',
        nodeGroups: 'spec.nodeGroups',
        addons: 'spec.addons',
      },
    },
  ],
  bootstrap: [
    {
      title: 'Delivery',
      engines: ['flux', 'argocd'],
      applications: ['flux-system/platform-*'],
      policies: [],
    },
  ],
  environments: [
    {
      name: 'staging',
      directory: 'staging',
      words: ['staging', 'stg'],
    },
  ],
};

/** A claim of a cluster `staging-eu-1`, made of composite `staging-eu-1-x`. */
export function clusterClaim(
  given: Partial<ClaimNodeRecord> = {},
): ClaimNodeRecord {
  return {
    type: 'claim-node',
    engine: 'crossplane',
    apiVersion: 'platform.example.org/v1alpha1',
    kind: 'KubernetesCluster',
    namespace: 'fleet-system',
    name: 'staging-eu-1',
    state: 'progressing',
    summary: 'waits for its composite',
    since: '2026-11-20T11:50:00Z',
    claimType: 'crossplane',
    role: 'claim',
    root: true,
    children: [
      {
        apiVersion: 'platform.example.org/v1alpha1',
        kind: 'XKubernetesCluster',
        name: 'staging-eu-1-x',
      },
    ],
    conditions: [{ type: 'Ready', status: 'False', reason: 'Waiting' }],
    paused: false,
    deleting: false,
    createdAt: '2026-11-20T11:50:00Z',
    spec: {
      environment: 'stg',
      region: 'eu-central-1',
      cloudProvider: 'aws',
      kubernetes: { version: '1.35' },
      nodeGroups: [
        { name: 'general', instanceType: 'm6i.large', minSize: 1, maxSize: 3 },
      ],
      addons: ['ingress'],
    },
    ...given,
  };
}

export function composite(
  given: Partial<ClaimNodeRecord> = {},
): ClaimNodeRecord {
  return {
    ...clusterClaim(),
    kind: 'XKubernetesCluster',
    namespace: undefined,
    name: 'staging-eu-1-x',
    role: 'composite',
    root: false,
    children: [],
    parent: {
      apiVersion: 'platform.example.org/v1alpha1',
      kind: 'KubernetesCluster',
      namespace: 'fleet-system',
      name: 'staging-eu-1',
    },
    spec: undefined,
    ...given,
  };
}

/** A managed resource that is ready. */
export function managed(given: Partial<ClaimNodeRecord> = {}): ClaimNodeRecord {
  return {
    ...composite(),
    apiVersion: 'ec2.aws.upbound.io/v1beta1',
    kind: 'Subnet',
    name: 'subnet-a',
    role: 'managed',
    state: 'healthy',
    summary: 'ready',
    parent: undefined,
    readyAt: '2026-11-20T11:52:00Z',
    ...given,
  };
}

/** What names an object. */
export function referenceTo({
  apiVersion,
  kind,
  namespace,
  name,
}: ClaimNodeRecord) {
  return { apiVersion, kind, namespace, name };
}

/** KubernetesCluster, as the hub offers it. */
export const clusterClaimKind: ClaimKindRecord = {
  type: 'claim-kind',
  engine: 'crossplane',
  apiVersion: 'apiextensions.crossplane.io/v2',
  kind: 'CompositeResourceDefinition',
  name: 'xkubernetesclusters.platform.example.org',
  state: 'healthy',
  summary: 'offered',
  group: 'platform.example.org',
  claimKind: 'KubernetesCluster',
  claimPlural: 'kubernetesclusters',
  claimVersion: 'v1alpha1',
  compositeKind: 'XKubernetesCluster',
  namespaced: true,
};
