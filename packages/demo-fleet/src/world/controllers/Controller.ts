import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { Fleet } from '../Fleet';
import { Random } from '../Random';
import { Scheduler } from '../Scheduler';
import { FluxNotification } from './announce';
import { WorkQueue } from './WorkQueue';

/** Plays one controller in all clusters. */
export interface Controller {
  /** Begins with what a cluster holds. */
  start(cluster: ClusterObjects): void;
  /** Somebody else wrote an object, or took it away: a client, a person, or another controller. */
  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void;
}

/** What controllers share. */
export interface ControllerContext {
  fleet: Fleet;
  clusters: ReadonlyMap<string, ClusterObjects>;
  scheduler: Scheduler;
  queue: WorkQueue;
  random: Random;
  /** Has Flux's notification-controller pass on what one of its controllers tells. */
  notify?: (cluster: string, event: FluxNotification) => void;
  /** Tells the other controllers what this one wrote. */
  touched: Controller['touched'];
  /** Sets all controllers going over a cluster that joins. */
  adopt(cluster: ClusterObjects): void;
  /** Forgets a cluster that is gone. */
  abandon(name: string): void;
}

/** One object among all clusters. */
export function keyOf(
  cluster: ClusterObjects,
  { group, plural, namespace, name }: ObjectRef,
): string {
  return [cluster.name, group, plural, namespace, name].join('/');
}

/** The reconcile request that a client put on an object and its controller has not yet handled. */
export function requestedAt(
  object: KubernetesObject & { status?: { lastHandledReconcileAt?: string } },
): string | undefined {
  const requested =
    object.metadata.annotations?.['reconcile.fluxcd.io/requestedAt'];
  return requested === object.status?.lastHandledReconcileAt
    ? undefined
    : requested;
}
