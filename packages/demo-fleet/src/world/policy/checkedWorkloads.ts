import { ClusterObjects, KubernetesObject } from '../../types';
import { PodSpec, podTemplateOf } from '../manifests/podTemplate';

const scanned = [
  ['apps', 'deployments'],
  ['apps', 'statefulsets'],
  ['apps', 'daemonsets'],
  ['batch', 'cronjobs'],
] as const;

/** The workloads whose pods Kyverno's policies for pods are also made to check. */
export function checkedWorkloads(cluster: ClusterObjects): KubernetesObject[] {
  return scanned.flatMap(([group, plural]) => cluster.list(group, plural));
}

/** The spec of the pods that an object makes, or is. */
export function podSpecOf(object: KubernetesObject): PodSpec | undefined {
  return object.kind === 'Pod'
    ? (object.spec as PodSpec)
    : podTemplateOf(object)?.spec;
}
