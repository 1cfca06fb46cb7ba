import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import {
  Controller,
  ControllerContext,
  keyOf,
} from '../controllers/Controller';
import { refOf } from '../resources/refOf';
import { isStuck, removeOldPods, tellOfMissingImage } from './pods';
import { isWorkload, settleWorkload, writeProgress } from './settleWorkload';
import { Workload } from './Workload';

/** The longest that a kubelet waits before it pulls an image again. */
const backOffSeconds = 300;

/** Brings changed workloads to what they describe, as kube-controller-manager and Argo Rollouts do. */
export class WorkloadController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): WorkloadController {
    return new WorkloadController(context);
  }

  start(cluster: ClusterObjects): void {
    for (const pod of cluster.list('', 'pods').filter(isStuck)) {
      this.retryPull(cluster, refOf(pod));
    }
  }

  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (!isWorkload(ref) || object.kind === 'CronJob') {
      return;
    }
    const { queue, random } = this.context;
    const { metadata, status } = object as Workload;
    if (Number(status?.observedGeneration) === metadata.generation) {
      return;
    }
    writeProgress(cluster, object as Workload, 'rolling', cluster.now());
    queue.plan(keyOf(cluster, ref), random.between(8, 25), () =>
      this.settle(cluster, ref),
    );
  }

  private settle(cluster: ClusterObjects, ref: ObjectRef): void {
    const workload = cluster.get(ref) as Workload | undefined;
    if (!workload) {
      return;
    }
    const { registry } = this.context.fleet;
    const end = settleWorkload(cluster, workload, registry, cluster.now());
    if (end === 'settled') {
      removeOldPods(cluster, workload);
    } else {
      this.start(cluster);
    }
  }

  private retryPull(cluster: ClusterObjects, ref: ObjectRef): void {
    this.context.queue.plan(keyOf(cluster, ref), backOffSeconds, () => {
      const pod = cluster.get(ref);
      if (pod && isStuck(pod)) {
        tellOfMissingImage(cluster, pod);
        this.retryPull(cluster, ref);
      }
    });
  }
}
