import type {
  ClusterObjects,
  KubernetesObject,
  ResourceDefinition,
} from '@fleetcommander/demo-fleet';
import { applicationName } from './applicationFiles';
import type { DeliveriesSize } from './DeliveriesSize';

const flux = 'flux-system';
const revision = `main@sha1:${'a'.repeat(40)}`;

const definitions: ResourceDefinition[] = [
  definition('source.toolkit.fluxcd.io', 'GitRepository', 'gitrepositories'),
  definition('kustomize.toolkit.fluxcd.io', 'Kustomization', 'kustomizations'),
  definition('apps', 'Deployment', 'deployments'),
];

/** Has a cluster run what a repository says for its environment, each application by a Kustomization of its own. */
export function writeDeliveries(
  cluster: ClusterObjects,
  environment: string,
  { applications, url }: DeliveriesSize,
): void {
  cluster.define(definitions);
  put(cluster, {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name: flux, namespace: flux },
    spec: { url, ref: { branch: 'main' }, interval: '1m' },
    status: { observedGeneration: 1, conditions: [ready(cluster)] },
  });
  for (let index = 0; index < applications; index += 1) {
    const name = applicationName(index);
    put(cluster, {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name, namespace: flux },
      spec: {
        interval: '5m',
        path: `./apps/${name}/overlays/${environment}`,
        sourceRef: { kind: 'GitRepository', name: flux },
      },
      status: {
        observedGeneration: 1,
        conditions: [ready(cluster)],
        lastAppliedRevision: revision,
        lastAttemptedRevision: revision,
        inventory: {
          entries: [{ id: `${name}_app_apps_Deployment`, v: 'v1' }],
        },
      },
    });
    put(cluster, deployment(name));
  }
}

function deployment(name: string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'app',
      namespace: name,
      labels: {
        'backstage.io/kubernetes-id': name,
        'kustomize.toolkit.fluxcd.io/name': name,
        'kustomize.toolkit.fluxcd.io/namespace': flux,
      },
    },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            { name: 'app', image: `registry.example.org/${name}:1.0.0` },
          ],
        },
      },
    },
    status: {
      observedGeneration: 1,
      replicas: 2,
      updatedReplicas: 2,
      availableReplicas: 2,
      readyReplicas: 2,
    },
  };
}

function definition(
  group: string,
  kind: string,
  plural: string,
): ResourceDefinition {
  return {
    group,
    versions: ['v1'],
    kind,
    plural,
    singular: kind.toLowerCase(),
    namespaced: true,
    subresources: ['status'],
  };
}

function put(cluster: ClusterObjects, object: KubernetesObject): void {
  cluster.put(object, { manager: 'kustomize-controller' });
}

function ready(cluster: ClusterObjects) {
  return {
    type: 'Ready',
    status: 'True',
    reason: 'ReconciliationSucceeded',
    message: `Applied revision: ${revision}`,
    lastTransitionTime: cluster.now().toISOString(),
  };
}
