import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import {
  Controller,
  ControllerContext,
  keyOf,
} from '../controllers/Controller';
import { refOf } from '../resources/refOf';
import { intervalOf } from './analysis';
import { Canary } from './Canary';
import { CanaryRun } from './CanaryRun';

const group = 'flagger.app';
const plural = 'canaries';

/** Plays Flagger: takes each canary a step further at each of its intervals, until it has nothing to do. */
export class FlaggerController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): FlaggerController {
    return new FlaggerController(context);
  }

  start(cluster: ClusterObjects): void {
    for (const canary of cluster.list(group, plural) as Canary[]) {
      this.plan(cluster, canary);
    }
  }

  /** A canary that is under way looks at its target by itself. */
  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group === group && ref.plural === plural) {
      this.plan(cluster, object as Canary);
    } else if (ref.plural === 'deployments') {
      for (const canary of cluster.list(group, plural) as Canary[]) {
        const isMine =
          canary.metadata.namespace === ref.namespace &&
          canary.spec.targetRef.name === ref.name;
        if (isMine && isAtRest(canary)) {
          this.plan(cluster, canary);
        }
      }
    }
  }

  private plan(cluster: ClusterObjects, canary: Canary): void {
    const ref = refOf(canary);
    this.context.queue.plan(keyOf(cluster, ref), intervalOf(canary), () =>
      this.run(cluster, ref),
    );
  }

  private run(cluster: ClusterObjects, ref: ObjectRef): void {
    const canary = cluster.get(ref) as Canary | undefined;
    if (!canary) {
      return;
    }
    CanaryRun.create(this.context, cluster, canary)?.advance();
    const after = cluster.get(ref) as Canary;
    if (!isAtRest(after)) {
      this.plan(cluster, after);
    }
  }
}

function isAtRest({ spec, status }: Canary): boolean {
  return (
    spec.suspend === true ||
    /^(Initialized|Succeeded|Failed)$/.test(status?.phase ?? '')
  );
}
