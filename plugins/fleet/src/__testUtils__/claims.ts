import type {
  Claim,
  ClaimDetail,
  ClaimKind,
  ClaimNode,
  ClusterUpgrade,
  PullRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';

const fresh = { observedAt: '2026-11-20T10:00:00Z', stale: false };

export const pullRequest: PullRequest = {
  url: 'https://git.example.org/platform/fleet/pull/12',
  repository: 'https://git.example.org/platform/fleet',
  number: 12,
  title: 'Scale prod-us-east-1',
  state: 'open',
  draft: false,
  branch: 'fleet/scale/prod-us-east-1',
  change: 'update',
  author: 'fleet-bot',
  requester: 'user:default/ada',
  createdAt: '2026-11-20T09:00:00Z',
  approvals: 0,
  changesRequested: 0,
  checks: { passed: 1, failed: 0, pending: 1 },
  summary: 'waits for 1 approval',
};

export function claim(name: string, other: Partial<Claim> = {}): Claim {
  return {
    id: `hub.kubernetescluster.platform.example.org.fleet-system.${name}`,
    type: 'crossplane',
    cluster: 'hub',
    apiVersion: 'platform.example.org/v1alpha1',
    kind: 'KubernetesCluster',
    namespace: 'fleet-system',
    name,
    state: 'healthy',
    summary: 'ready',
    paused: false,
    deleting: false,
    step: 'joined',
    stepState: 'done',
    ready: 15,
    total: 15,
    makesCluster: name,
    clusterEntityRef: `resource:default/${name}`,
    environment: 'production',
    region: 'us-east-1',
    provider: 'aws',
    version: '1.34',
    nodeGroups: [
      {
        name: 'general',
        instanceType: 'm6i.large',
        minSize: 3,
        maxSize: 6,
        taints: [],
      },
    ],
    entityRefs: [],
    ownerRefs: ['group:default/sre'],
    createdAt: '2026-11-18T10:00:00Z',
    readyAt: '2026-11-18T10:18:00Z',
    pullRequests: [],
    source: {
      repository: 'https://git.example.org/platform/fleet',
      path: `infrastructure/claims/prod/${name}.yaml`,
      url: 'https://git.example.org/platform/fleet/blob/main/claim.yaml',
    },
    freshness: fresh,
    ...other,
  };
}

/** Longer than a summary. */
const message = 'You have requested more vCPU capacity than your limit of 0';

export const failingClaim = claim('staging-eu-central-1', {
  state: 'failing',
  summary: 'NodeGroup gpu: the cloud refuses it',
  environment: 'staging',
  step: 'provisioning',
  stepState: 'failing',
  ready: 1,
  total: 3,
  readyAt: undefined,
  usualSeconds: 720,
  clusterEntityRef: undefined,
  failing: {
    apiVersion: 'eks.aws.upbound.io/v1beta1',
    kind: 'NodeGroup',
    name: 'gpu-x7k2p',
    state: 'failing',
    summary: `the cloud refuses it: ${message.slice(0, 40)}…`,
    reason: 'ReconcileError',
    message,
    since: '2026-11-20T09:00:00Z',
    path: [
      'KubernetesCluster/staging-eu-central-1',
      'XKubernetesCluster/staging-eu-central-1-abcde',
      'NodeGroup/gpu-x7k2p',
    ],
  },
});

export function claimNode(
  kind: string,
  name: string,
  other: Partial<ClaimNode> = {},
): ClaimNode {
  return {
    id: `${kind} ${name}`,
    depth: 0,
    role: 'managed',
    apiVersion: 'eks.aws.upbound.io/v1beta1',
    kind,
    name,
    state: 'healthy',
    summary: 'available',
    paused: false,
    deleting: false,
    missing: false,
    children: 0,
    createdAt: '2026-11-20T08:30:00Z',
    ...other,
  };
}

export const failingTree = [
  claimNode('KubernetesCluster', 'staging-eu-central-1', {
    role: 'claim',
    namespace: 'fleet-system',
    state: 'failing',
    summary: 'NodeGroup gpu: the cloud refuses it',
    children: 1,
  }),
  claimNode('XKubernetesCluster', 'staging-eu-central-1-abcde', {
    parentId: 'KubernetesCluster staging-eu-central-1',
    depth: 1,
    role: 'composite',
    state: 'failing',
    summary: 'NodeGroup gpu: the cloud refuses it',
    children: 1,
  }),
  claimNode('NodeGroup', 'gpu-x7k2p', {
    parentId: 'XKubernetesCluster staging-eu-central-1-abcde',
    depth: 2,
    state: 'failing',
    summary: 'the cloud refuses it',
    reason: 'ReconcileError',
    message,
    externalName: 'gpu',
  }),
];

export function claimDetail(of: Claim): ClaimDetail {
  return {
    claim: of,
    steps: [
      {
        step: 'pull-request',
        title: 'Pull request',
        state: 'done',
        summary: 'opened by fleet-bot for ada',
        startedAt: '2026-11-20T08:00:00Z',
        endedAt: '2026-11-20T08:12:00Z',
        usualSeconds: 900,
        links: [{ title: '#11', url: 'https://git.example.org/pull/11' }],
        items: [],
      },
      {
        step: 'provisioning',
        title: 'Provisioning',
        state: of.stepState,
        summary: of.summary,
        startedAt: '2026-11-20T08:30:00Z',
        links: [],
        items: [
          { title: 'VPC network', state: 'healthy', summary: 'available' },
          { title: 'NodeGroup gpu', state: 'failing', summary: message },
        ],
      },
      {
        step: 'control-plane',
        title: 'Control plane',
        state: 'waiting',
        summary: '',
        usualSeconds: 600,
        links: [],
        items: [],
      },
    ],
    conditions: [
      { type: 'Ready', status: 'False', reason: 'Creating', message: '' },
    ],
    spec: {
      region: of.region,
      kubernetes: { version: of.version },
      addons: ['metrics', 'ingress'],
      nodeGroups: of.nodeGroups ?? [],
      resourceRef: { name: 'staging-eu-central-1-abcde' },
    },
    pullRequests: [pullRequest],
    treeProblems: [],
  };
}

export function claimKind(
  kind: string,
  other: Partial<ClaimKind> = {},
): ClaimKind {
  return {
    id: `hub.${kind}`,
    cluster: 'hub',
    group: 'platform.example.org',
    kind,
    plural: `${kind.toLowerCase()}s`,
    apiVersion: 'platform.example.org/v1alpha1',
    namespaced: true,
    title: kind,
    makesClusters: false,
    state: 'healthy',
    summary: 'established and offered',
    compositions: ['default'],
    claims: 9,
    ...other,
  };
}

export const upgrade: ClusterUpgrade = {
  id: 'upgrade-1',
  version: '1.35',
  state: 'running',
  summary: 'Wave 1 of 2 is under way.',
  requester: 'user:default/ada',
  createdAt: '2026-11-20T08:00:00Z',
  waves: [
    {
      title: 'development',
      clusters: [
        {
          cluster: 'dev-eu-west-1',
          claimId: 'hub.dev',
          state: 'upgrading',
          summary: 'nodes are replaced',
          pullRequest,
        },
      ],
    },
    {
      title: 'staging',
      clusters: [
        {
          cluster: 'stg-eu-west-1',
          claimId: 'hub.stg',
          state: 'waiting',
          summary: '',
        },
      ],
    },
  ],
};
