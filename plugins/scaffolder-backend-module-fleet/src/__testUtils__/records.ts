import type {
  Application,
  Claim,
  ClaimNode,
  ClusterDetail,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A claim that made a cluster of its name. */
export function claimOf(name: string, rest: Partial<Claim> = {}): Claim {
  return {
    id: `id-of-${name}`,
    type: 'crossplane',
    cluster: 'hub',
    apiVersion: 'platform.example.org/v1alpha1',
    kind: 'KubernetesCluster',
    namespace: 'fleet-system',
    name,
    state: 'healthy',
    summary: 'Ready',
    paused: false,
    deleting: false,
    step: 'joined',
    stepState: 'done',
    ready: 4,
    total: 4,
    makesCluster: name,
    environment: 'staging',
    version: '1.34',
    createdAt: '2026-05-01T08:00:00Z',
    entityRefs: [],
    ownerRefs: [],
    pullRequests: [],
    freshness: { stale: false },
    ...rest,
  };
}

/** A cluster that answers, with nodes of one type. */
export function clusterOf(
  name: string,
  options: {
    nodes?: number;
    version?: string;
    unreachable?: string;
    environment?: string;
    region?: string;
    hub?: boolean;
    engines?: string[];
  } = {},
): ClusterDetail {
  const { nodes = 2, version = 'v1.34.2', unreachable } = options;
  return {
    cluster: {
      name,
      entityRef: `resource:default/${name}`,
      hub: options.hub ?? false,
      environment: options.environment,
      region: options.region,
      source: 'test',
      labels: {},
      state: 'healthy',
      summary: 'fine',
      reachability: unreachable
        ? { outcome: 'unreachable', message: unreachable }
        : { outcome: 'ok' },
      version,
      nodes: { total: nodes, ready: nodes, pressure: 0 },
      engines: (options.engines ?? []).map(engine => ({
        name: engine,
        installed: true,
        state: 'healthy',
        summary: 'Runs',
      })),
      applications: {},
      workloads: { healthy: 7 },
      namespaces: 3,
      freshness: { stale: Boolean(unreachable) },
      links: [],
    },
    nodes: Array.from({ length: nodes }, (_, index) => ({
      name: `node-${index}`,
      state: 'healthy',
      summary: 'Ready',
      ready: true,
      pressure: [],
      instanceType: 'm6i.large',
      schedulable: true,
    })),
    namespaces: [],
    sources: [],
    canaries: [],
    engineObjects: [],
  } as unknown as ClusterDetail;
}

/** What is delivered to a cluster. */
export function applicationOf(
  name: string,
  rest: Partial<Application> = {},
): Application {
  return {
    id: `id-of-${name}`,
    engine: 'flux',
    cluster: 'staging-1',
    kind: 'Kustomization',
    namespace: 'flux-system',
    name,
    state: 'healthy',
    summary: 'fine',
    revision: 'main@sha1:0123456789abcdef0123456789abcdef01234567',
    ...rest,
  } as Application;
}

/** An object of a claim's tree. */
export function nodeOf(
  kind: string,
  name: string,
  rest: Partial<ClaimNode> = {},
): ClaimNode {
  return {
    id: `id-of-${name}`,
    depth: 1,
    role: 'managed',
    apiVersion: 'protection.crossplane.io/v1beta1',
    kind,
    name,
    state: 'healthy',
    summary: 'fine',
    paused: false,
    deleting: false,
    missing: false,
    children: 0,
    ...rest,
  };
}

/** The file of a claim, as people write them. */
export function claimFile(name: string): string {
  return `# Ordered in spring
apiVersion: platform.example.org/v1alpha1
kind: KubernetesCluster
metadata:
  name: ${name}
  namespace: fleet-system
spec:
  cloudProvider: aws
  region: eu-west-1
  environment: staging
  owner: group:default/sre
  kubernetes:
    version: "1.34" # until autumn
  nodeGroups:
    - name: general
      instanceType: m6i.large
      minSize: 2
      maxSize: 4
    - name: spot
      instanceType: c7i.large
      minSize: 0
      maxSize: 2
  addons: [block-storage]
`;
}

/** The application that everything else of an Argo CD cluster comes from. */
export function rootOf(cluster: string, lives = cluster): Application {
  return applicationOf(`root-${cluster}`, {
    engine: 'argocd',
    cluster: lives,
    targetCluster: cluster,
  });
}
