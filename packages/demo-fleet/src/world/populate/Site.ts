import { ClusterObjects, ClusterPlan, KubernetesObject } from '../../types';
import { InstalledEngine } from '../delivery/enginesOn';
import { Fleet } from '../Fleet';
import { Random } from '../Random';
import { refOf } from '../resources/refOf';
import { before, timestamp } from '../status/conditions';

/** One cluster while it is being filled. */
export interface Site {
  fleet: Fleet;
  cluster: ClusterObjects;
  plan: ClusterPlan;
  engines: ReadonlySet<InstalledEngine>;
  nodes: number;
  random: Random;
  /** Of a cluster that was just made: nothing in it is old. */
  fresh?: boolean;
}

/** Puts an object that has been there for some days, unless the cluster has not. */
export function putOld(
  { cluster, random, fresh }: Site,
  object: KubernetesObject,
  manager: string,
  operation: 'Apply' | 'Update' = 'Apply',
): KubernetesObject {
  const age = fresh ? 0 : random.between(20 * 24, 300 * 24) * 3600;
  const creationTimestamp = timestamp(before(cluster.now(), age));
  return cluster.put(
    { ...object, metadata: { ...object.metadata, creationTimestamp } },
    { manager, operation },
  );
}

/** Writes the status of an object that is there. */
export function writeStatus(
  { cluster }: Site,
  object: KubernetesObject,
  status: object,
  manager: string,
): void {
  cluster.patch(refOf(object), { status }, { manager, subresource: 'status' });
}

/** A moment of the last hours; now, where the cluster is not that old. */
export function recently(
  { cluster, random, fresh }: Site,
  hours: number,
): Date {
  const age = fresh ? 0 : random.between(60, hours * 3600);
  return before(cluster.now(), age);
}

/** Whether a cluster has the namespace that something belongs in. */
export function isThere(
  { cluster }: Site,
  { namespace: name }: { namespace: string },
): boolean {
  return cluster.get({ group: '', plural: 'namespaces', name }) !== undefined;
}
