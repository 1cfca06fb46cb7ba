import { KubernetesObject } from '../../types';
import { Delivery } from '../delivery/Delivery';
import { Git } from '../git/Git';
import { componentLabels } from './fluxManifests';

/** Applications of hub's Argo CD name the cluster; one that deploys beside itself gives the address inside. */
function destinationOf(delivery: Delivery) {
  const namespace = delivery.components[0]?.namespace ?? 'billing';
  if (!delivery.target) {
    return { name: 'prod-sa-east-1-old', namespace };
  }
  return delivery.target === delivery.home
    ? { server: 'https://kubernetes.default.svc', namespace }
    : { name: delivery.target.name, namespace };
}

function automationOf({ automation }: Delivery) {
  if (automation === 'none') {
    return {};
  }
  return {
    automated:
      automation === 'self-heal'
        ? { prune: true, selfHeal: true }
        : { prune: true },
  };
}

/** An autoscaler that once was there needed it. */
function ignoredOf({ components, target }: Delivery) {
  return components[0]?.name === 'storefront' &&
    target?.environment === 'production'
    ? {
        ignoreDifferences: [
          {
            group: 'argoproj.io',
            kind: 'Rollout',
            jsonPointers: ['/spec/replicas'],
          },
        ],
      }
    : {};
}

/** An Application as its ApplicationSet, or a person, wrote it. */
export function applicationManifest(delivery: Delivery): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: delivery.name,
      namespace: delivery.namespace,
      labels: componentLabels(delivery),
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: projectOf(delivery),
      source: {
        repoURL: Git.url,
        path: delivery.path,
        targetRevision: 'main',
      },
      destination: destinationOf(delivery),
      ...ignoredOf(delivery),
      syncPolicy: {
        ...automationOf(delivery),
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
  };
}

function projectOf(delivery: Delivery): string {
  return delivery.components[0]?.team ?? 'default';
}

/** The AppProjects that applications belong to. */
export function projectManifests(
  deliveries: readonly Delivery[],
): KubernetesObject[] {
  const names = new Set(deliveries.map(projectOf));
  return [...names].map(name => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name, namespace: 'argocd' },
    spec: {
      description: `What ${name} delivers`,
      sourceRepos: [Git.url],
      destinations: [{ name: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
      syncWindows:
        name === 'team-pay'
          ? [
              {
                kind: 'deny',
                schedule: '0 18 * * 5',
                duration: '60h',
                timeZone: 'UTC',
                applications: ['*-prod-*'],
                manualSync: true,
              },
            ]
          : [],
    },
  }));
}
