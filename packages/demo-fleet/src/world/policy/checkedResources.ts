import { ClusterObjects, KubernetesObject } from '../../types';
import { PodSpec, podTemplateOf } from '../manifests/podTemplate';

const scanned = [
  ['apps', 'deployments'],
  ['apps', 'statefulsets'],
  ['apps', 'daemonsets'],
  ['batch', 'cronjobs'],
  ['', 'pods'],
] as const;

/** As Kyverno is set up: the cluster's own, and its own. */
const uncheckedNamespaces = ['kube-system', 'kyverno'];

/** Whether Kyverno looks at an object at all. */
export function isChecked({ metadata }: KubernetesObject): boolean {
  return !uncheckedNamespaces.includes(metadata.namespace ?? '');
}

/** What Kyverno looks at: pods, and the workloads that its policies for pods are also made to check. */
export function checkedResources(cluster: ClusterObjects): KubernetesObject[] {
  return scanned
    .flatMap(([group, plural]) => cluster.list(group, plural))
    .filter(isChecked);
}

/** The spec of the pods that an object makes, or is. */
export function podSpecOf(object: KubernetesObject): PodSpec | undefined {
  return object.kind === 'Pod'
    ? (object.spec as PodSpec)
    : podTemplateOf(object)?.spec;
}
