import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { podTemplateOf } from '../manifests/podTemplate';
import { Registry } from '../Registry';
import { groupOf, refOf } from '../resources/refOf';
import { bringPods } from './pods';
import { Progress, Workload } from './Workload';
import { workloadStatus } from './workloadStatus';

const workloads = new Set([
  'apps/deployments',
  'apps/statefulsets',
  'apps/daemonsets',
  'batch/cronjobs',
  'argoproj.io/rollouts',
]);

/** Whether a ref names something that runs pods. */
export function isWorkload({ group, plural }: ObjectRef): boolean {
  return workloads.has(`${group}/${plural}`);
}

/** Writes how far a workload is. */
export function writeProgress(
  cluster: ClusterObjects,
  workload: Workload,
  progress: Progress,
  moment: Date,
): void {
  const nodes =
    workload.kind === 'DaemonSet' ? cluster.list('', 'nodes').length : 0;
  cluster.patch(
    refOf(workload),
    { status: workloadStatus(workload, progress, moment, nodes) },
    { manager: managerOf(workload), subresource: 'status' },
  );
}

/** Brings a workload to its end: settled, or stuck on an image that is not there. */
export function settleWorkload(
  cluster: ClusterObjects,
  workload: Workload,
  registry: Registry,
  moment: Date,
): Progress {
  const progress = endOf(workload, registry);
  writeProgress(cluster, workload, progress, moment);
  if (workload.kind !== 'CronJob') {
    bringPods(cluster, workload, progress, moment);
  }
  return progress;
}

function endOf(workload: Workload, registry: Registry): Progress {
  const containers = podTemplateOf(workload)?.spec.containers ?? [];
  return containers.every(({ image }) => registry.has(image))
    ? 'settled'
    : 'stuck';
}

function managerOf(workload: KubernetesObject): string {
  return groupOf(workload.apiVersion) === 'argoproj.io'
    ? 'rollouts-controller'
    : 'kube-controller-manager';
}
