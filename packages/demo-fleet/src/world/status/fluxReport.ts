import { ClusterObjects, ClusterPlan, KubernetesObject } from '../../types';
import { fluxResources } from '../resources/fluxResources';
import { Condition } from './conditions';

const components = [
  ['helm-controller', 'v1.6.3'],
  ['image-automation-controller', 'v1.2.1'],
  ['image-reflector-controller', 'v1.2.0'],
  ['kustomize-controller', 'v1.9.4'],
  ['notification-controller', 'v1.9.3'],
  ['source-controller', 'v1.9.1'],
];

type Reconciled = KubernetesObject & {
  spec?: { suspend?: boolean };
  status?: { conditions?: Condition[] };
};

function isFailing({ status }: Reconciled): boolean {
  return Boolean(
    status?.conditions?.some(
      condition => condition.type === 'Ready' && condition.status === 'False',
    ),
  );
}

/** What flux-operator reports of a cluster; its state is in `spec`. */
export function fluxReportSpec(
  cluster: ClusterObjects,
  plan: ClusterPlan,
): object {
  const reconcilers = fluxResources
    .filter(({ group }) => group.endsWith('.toolkit.fluxcd.io'))
    .map(({ group, versions, kind, plural }) => {
      const objects = cluster.list(group, plural) as Reconciled[];
      return {
        apiVersion: `${group}/${versions[0]}`,
        kind,
        stats: {
          running: objects.length,
          failing: objects.filter(isFailing).length,
          suspended: objects.filter(({ spec }) => spec?.suspend).length,
        },
      };
    });
  return {
    cluster: {
      nodes: cluster.list('', 'nodes').length,
      platform: 'linux/amd64',
      serverVersion: plan.version,
    },
    components: components.map(([name, version]) => ({
      name,
      image: `ghcr.io/fluxcd/${name}:${version}`,
      ready: true,
      status: 'Current Deployment is available. Replicas: 1',
    })),
    distribution: {
      entitlement: 'Issued by controlplane',
      managedBy: 'flux-operator',
      status: 'Installed',
      version: 'v2.9.4',
    },
    operator: {
      apiVersion: 'fluxcd.controlplane.io/v1',
      platform: 'linux/amd64',
      version: 'v0.58.1',
    },
    reconcilers,
    sync: {
      id: 'kustomization/flux-system',
      path: `clusters/${cluster.name}`,
      ready: true,
      source: 'ssh://git@git.example.org/platform/fleet',
      status: 'Applied revision: main',
    },
  };
}
