import { KubernetesObject } from '../../types';
import { Component } from '../components';
import { InstalledEngine } from '../delivery/enginesOn';

type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** Of namespaces that need more than others do, or less. */
const levels: Record<string, PodSecurityLevel> = {
  monitoring: 'privileged',
  shop: 'restricted',
};

/** How strictly Kubernetes checks the pods of a namespace. */
function podSecurity(level: PodSecurityLevel) {
  return {
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/warn': 'restricted',
  };
}

/** The namespaces of components. */
export function namespaceManifests(
  components: Iterable<Component>,
): KubernetesObject[] {
  const manifests = new Map<string, KubernetesObject>();
  for (const { namespace, team, system } of components) {
    manifests.set(namespace, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: {
          'kubernetes.io/metadata.name': namespace,
          'app.kubernetes.io/part-of': system,
          'example.org/team': team,
          ...podSecurity(levels[namespace] ?? 'baseline'),
        },
      },
    });
  }
  return [...manifests.values()];
}

/** The namespaces of the engines themselves. */
export function engineNamespaces(
  engines: ReadonlySet<InstalledEngine>,
): KubernetesObject[] {
  const names = [
    ...(engines.has('flux') ? ['flux-system'] : []),
    ...(engines.has('argocd') ? ['argocd'] : []),
  ];
  return names.map(name => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'kubernetes.io/metadata.name': name,
        ...podSecurity('restricted'),
      },
    },
    status: { phase: 'Active' },
  }));
}
