import { stringify } from 'yaml';

/** The RBAC that lets the service account of deploy/rbac read these kinds, as YAML. */
export function rbacManifest(
  kinds: readonly { group: string; plural: string }[],
): string {
  const groups = new Map<string, Set<string>>();
  for (const { group, plural } of kinds) {
    groups.set(group, (groups.get(group) ?? new Set()).add(plural));
  }
  const metadata = { name: 'fleet-commander-reader-additions' };
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata,
    rules: [...groups].map(([group, plurals]) => ({
      apiGroups: [group],
      resources: [...plurals].sort(),
      verbs: ['get', 'list', 'watch'],
    })),
  };
  const binding = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata,
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: metadata.name,
    },
    subjects: [
      {
        kind: 'ServiceAccount',
        name: 'fleet-commander',
        namespace: 'fleet-commander',
      },
    ],
  };
  return [role, binding].map(object => stringify(object)).join('---\n');
}
