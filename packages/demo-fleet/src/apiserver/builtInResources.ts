import type { ResourceDefinition } from '../types';

type Subresources = NonNullable<ResourceDefinition['subresources']>;

const status: Subresources = ['status'];
const scalable: Subresources = ['status', 'scale'];

function kinds(
  group: string,
  version: string,
  namespaced: boolean,
  rows: [kind: string, plural: string, shortName: string, of?: Subresources][],
): ResourceDefinition[] {
  return rows.map(([kind, plural, shortName, subresources]) => ({
    group,
    versions: [version],
    kind,
    plural,
    singular: kind.toLowerCase(),
    shortNames: shortName ? [shortName] : undefined,
    namespaced,
    subresources,
  }));
}

/** What an API server serves before anything is installed on it. */
export const builtInResources: ResourceDefinition[] = [
  ...kinds('', 'v1', false, [
    ['Namespace', 'namespaces', 'ns', status],
    ['Node', 'nodes', 'no', status],
  ]),
  ...kinds('', 'v1', true, [
    ['ConfigMap', 'configmaps', 'cm'],
    ['Event', 'events', 'ev'],
    ['LimitRange', 'limitranges', 'limits'],
    ['PersistentVolumeClaim', 'persistentvolumeclaims', 'pvc', status],
    ['Pod', 'pods', 'po', status],
    ['ResourceQuota', 'resourcequotas', 'quota', status],
    ['Secret', 'secrets', ''],
    ['Service', 'services', 'svc', status],
    ['ServiceAccount', 'serviceaccounts', 'sa'],
  ]),
  ...kinds('apps', 'v1', true, [
    ['DaemonSet', 'daemonsets', 'ds', status],
    ['Deployment', 'deployments', 'deploy', scalable],
    ['ReplicaSet', 'replicasets', 'rs', scalable],
    ['StatefulSet', 'statefulsets', 'sts', scalable],
  ]),
  ...kinds('batch', 'v1', true, [
    ['CronJob', 'cronjobs', 'cj', status],
    ['Job', 'jobs', '', status],
  ]),
  ...kinds('networking.k8s.io', 'v1', true, [
    ['Ingress', 'ingresses', 'ing', status],
    ['NetworkPolicy', 'networkpolicies', 'netpol'],
  ]),
  ...kinds('autoscaling', 'v2', true, [
    ['HorizontalPodAutoscaler', 'horizontalpodautoscalers', 'hpa', status],
  ]),
  ...kinds('policy', 'v1', true, [
    ['PodDisruptionBudget', 'poddisruptionbudgets', 'pdb', status],
  ]),
  ...kinds('rbac.authorization.k8s.io', 'v1', true, [
    ['Role', 'roles', ''],
    ['RoleBinding', 'rolebindings', ''],
  ]),
  ...kinds('rbac.authorization.k8s.io', 'v1', false, [
    ['ClusterRole', 'clusterroles', ''],
    ['ClusterRoleBinding', 'clusterrolebindings', ''],
  ]),
  ...kinds('admissionregistration.k8s.io', 'v1', false, [
    ['ValidatingAdmissionPolicy', 'validatingadmissionpolicies', '', status],
    [
      'ValidatingAdmissionPolicyBinding',
      'validatingadmissionpolicybindings',
      '',
    ],
  ]),
  ...kinds('apiextensions.k8s.io', 'v1', false, [
    ['CustomResourceDefinition', 'customresourcedefinitions', 'crd', status],
  ]),
];
