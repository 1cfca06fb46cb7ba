import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

export const namespace: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop' },
};

export function kustomization(
  name: string,
  spec: object = {},
): KubernetesObject {
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace: 'shop' },
    spec: {
      interval: '10m',
      path: `./apps/${name}`,
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'fleet' },
      ...spec,
    },
  };
}

/** A Deployment of Kustomization `web`, as Git has it. */
export const web: KubernetesObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'web',
    namespace: 'shop',
    labels: {
      'kustomize.toolkit.fluxcd.io/name': 'web',
      'kustomize.toolkit.fluxcd.io/namespace': 'shop',
    },
  },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'app',
            image: 'registry.example.org/web:1.0.0',
            resources: { limits: { memory: '256Mi' } },
          },
        ],
      },
    },
  },
};

export function helmRelease(name: string): KubernetesObject {
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name, namespace: 'shop' },
    spec: {
      interval: '10m',
      chart: {
        spec: {
          chart: name,
          sourceRef: { kind: 'HelmRepository', name: 'charts' },
        },
      },
    },
  };
}

export function argocdApplication(name: string): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'shop' },
    spec: {
      project: 'default',
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'shop',
      },
      source: { repoURL: 'https://git.example.org/fleet.git', path: name },
      syncPolicy: { automated: { prune: true } },
    },
  };
}

/** The status of a Flux object that is well, at a revision. */
export function reconciled(revision: string) {
  return {
    observedGeneration: 1,
    lastAppliedRevision: revision,
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'ReconciliationSucceeded',
        message: `Applied revision: ${revision}`,
        lastTransitionTime: '2026-01-01T00:00:00Z',
        observedGeneration: 1,
      },
    ],
  };
}
