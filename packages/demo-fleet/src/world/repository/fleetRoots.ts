import { ClusterPlan, KubernetesObject } from '../../types';

const name = 'fleet';
const fluxNamespace = 'flux-system';

/** Where the Flux or Argo CD of a cluster begins in the fleet's repository. */
export function folderOfCluster({ name: cluster }: { name: string }): string {
  return `clusters/${cluster}`;
}

/** What policies let through on a cluster, as its team asks for it by pull request. */
export function folderOfExceptions(cluster: { name: string }): string {
  return `${folderOfCluster(cluster)}/exceptions`;
}

/** The repository as the Flux of each cluster has it; what is committed to it names it so. */
export function fleetSource(url: string): KubernetesObject {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name, namespace: fluxNamespace },
    spec: {
      interval: '1m0s',
      ref: { branch: 'main' },
      timeout: '60s',
      url,
    },
  };
}

/** What applies a cluster's folder, and everything else from there. */
export function rootKustomization(
  plan: Pick<ClusterPlan, 'name'>,
): KubernetesObject {
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace: fluxNamespace },
    spec: {
      interval: '10m0s',
      path: `./${folderOfCluster(plan)}`,
      prune: true,
      retryInterval: '2m0s',
      sourceRef: { kind: 'GitRepository', name },
      timeout: '2m0s',
    },
  };
}

/**
 * The same of Argo CD: an application of applications, on the cluster itself or on its hub. By another name, as it is another
 * application: nobody misses it where Flux does that.
 */
export function rootApplication(
  plan: ClusterPlan,
  url: string,
): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: plan.delivery === 'argocd' ? 'root' : `root-${plan.name}`,
      namespace: 'argocd',
    },
    spec: {
      project: 'default',
      source: {
        repoURL: url,
        path: folderOfCluster(plan),
        targetRevision: 'main',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'argocd',
      },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true'],
      },
    },
  };
}
