import { ClusterObjects, KubernetesObject } from '../../types';
import { Registry } from '../Registry';
import { refOf } from '../resources/refOf';
import { removeOldPods } from '../workloads/pods';
import { settleWorkload } from '../workloads/settleWorkload';
import { Workload } from '../workloads/Workload';

type Pod = KubernetesObject & { spec: { nodeName?: string } };

/** Gives every workload the pods that it should have on the nodes that are there now. */
export function reschedule(cluster: ClusterObjects, registry: Registry): void {
  const nodes = new Set(
    cluster.list('', 'nodes').map(({ metadata }) => metadata.name),
  );
  for (const pod of cluster.list('', 'pods') as Pod[]) {
    if (!nodes.has(pod.spec.nodeName ?? '')) {
      cluster.remove(refOf(pod));
    }
  }
  for (const [group, plural] of [
    ['apps', 'deployments'],
    ['apps', 'statefulsets'],
    ['apps', 'daemonsets'],
    ['argoproj.io', 'rollouts'],
  ]) {
    for (const workload of cluster.list(group, plural) as Workload[]) {
      settleWorkload(cluster, workload, registry, cluster.now());
      removeOldPods(cluster, workload);
    }
  }
}
