import {
  ownerKey,
  type ApplicationRecord,
  type CanaryRecord,
  type ClusterDefinition,
  type EngineRecord,
  type NodeRecord,
  type SourceRecord,
  type WorkloadRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** A Kustomization `web` of flux-system that follows GitRepository `fleet`, unless it is said otherwise. */
export function kustomization(
  given: Partial<ApplicationRecord> = {},
): ApplicationRecord {
  const { name = 'web', namespace = 'flux-system' } = given;
  return {
    type: 'application',
    engine: 'flux',
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    namespace,
    name,
    state: 'healthy',
    summary: 'applied 1.0.0',
    ownerKey: ownerKey({ kind: 'Kustomization', namespace, name }),
    target: { type: 'own-cluster' },
    suspended: false,
    automated: true,
    deleting: false,
    version: '1.0.0',
    revision: 'main@sha1:aaa',
    sources: [{ type: 'git', name: 'fleet', path: `./apps/${name}` }],
    sourceRef: 'GitRepository/flux-system/fleet',
    images: [],
    resources: [],
    history: [],
    ...given,
  };
}

/** An Argo CD Application of namespace argocd. */
export function argoApplication(
  given: Partial<ApplicationRecord> = {},
): ApplicationRecord {
  const { name = 'web' } = given;
  return {
    ...kustomization(),
    engine: 'argocd',
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    namespace: 'argocd',
    name,
    ownerKey: ownerKey({ kind: 'Application', name }),
    sources: [
      {
        type: 'git',
        url: 'https://github.com/acme/fleet.git',
        path: `apps/${name}`,
      },
    ],
    sourceRef: undefined,
    ...given,
  };
}

/** A Deployment `web` that Kustomization `web` owns. */
export function deployment(
  given: Partial<WorkloadRecord> = {},
): WorkloadRecord {
  return {
    type: 'workload',
    engine: 'kubernetes',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'web',
    name: 'web',
    state: 'healthy',
    summary: '2 of 2 ready',
    ownerKey: 'Kustomization/flux-system/web',
    images: [{ container: 'web', image: 'ghcr.io/acme/web:1.0.0' }],
    version: '1.0.0',
    desired: 2,
    ready: 2,
    ...given,
  };
}

/** Flagger's Canary `web`, which has given up a version of Deployment `web`. */
export function canary(given: Partial<CanaryRecord> = {}): CanaryRecord {
  return {
    type: 'canary',
    engine: 'flagger',
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    namespace: 'web',
    name: 'web',
    state: 'degraded',
    summary: 'its new version was given up, the one before runs',
    phase: 'Failed',
    progress: 'failed',
    target: 'Deployment/web',
    ...given,
  };
}

/** GitRepository `fleet` of flux-system. */
export function gitRepository(given: Partial<SourceRecord> = {}): SourceRecord {
  return {
    type: 'source',
    engine: 'flux',
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    namespace: 'flux-system',
    name: 'fleet',
    state: 'healthy',
    summary: 'fetched',
    sourceType: 'git',
    url: 'https://github.com/acme/fleet',
    suspended: false,
    ...given,
  };
}

export function node(given: Partial<NodeRecord> = {}): NodeRecord {
  return {
    type: 'node',
    engine: 'kubernetes',
    apiVersion: 'v1',
    kind: 'Node',
    name: 'node-1',
    state: 'healthy',
    summary: 'ready',
    ready: true,
    pressure: [],
    schedulable: true,
    capacity: { cpuCores: 4, memoryBytes: 1024, pods: 110 },
    ...given,
  };
}

export function engineRecord(given: Partial<EngineRecord> = {}): EngineRecord {
  return {
    type: 'engine',
    engine: 'flux',
    apiVersion: 'fluxcd.controlplane.io/v1',
    kind: 'FluxReport',
    namespace: 'flux-system',
    name: 'flux',
    state: 'healthy',
    summary: 'runs v2.9.4',
    version: 'v2.9.4',
    ...given,
  };
}

export function cluster(
  name: string,
  given: Partial<ClusterDefinition> = {},
): ClusterDefinition {
  return {
    name,
    url: `https://${name}.example.org`,
    labels: {},
    source: 'fleet.clusters.static',
    signIn: { provider: 'serviceAccount', parameters: { token: 'secret' } },
    ...given,
  };
}
