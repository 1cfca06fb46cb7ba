import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { Controller, ControllerContext } from '../controllers/Controller';
import { Random } from '../Random';
import { isWorkload } from '../workloads/settleWorkload';
import { scanWorkloads } from './scanWorkloads';

const lookSeconds = 3600;

/** Plays the Trivy operator, which scans what is new within minutes, and all else once a day. */
export class TrivyController implements Controller {
  private readonly random: Random;

  private constructor(private readonly context: ControllerContext) {
    this.random = Random.create(context.fleet.seed, 'scanner');
  }

  static create(context: ControllerContext): TrivyController {
    return new TrivyController(context);
  }

  start(cluster: ClusterObjects): void {
    if (isInstalled(cluster)) {
      this.lookAgain(cluster, this.random.next() * lookSeconds);
    }
  }

  touched(
    cluster: ClusterObjects,
    _object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (isWorkload(ref) && isInstalled(cluster)) {
      this.context.queue.plan(
        `${cluster.name} scan`,
        this.random.between(40, 90),
        () => scanWorkloads(cluster, cluster.now()),
      );
    }
  }

  private lookAgain(cluster: ClusterObjects, seconds: number): void {
    this.context.scheduler.after(seconds, () => {
      scanWorkloads(cluster, cluster.now());
      this.lookAgain(cluster, lookSeconds);
    });
  }
}

function isInstalled(cluster: ClusterObjects): boolean {
  return (
    cluster.list('aquasecurity.github.io', 'configauditreports').length > 0
  );
}
