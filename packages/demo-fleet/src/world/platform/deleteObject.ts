import { ClusterObjects, ObjectRef } from '../../types';
import { ControllerContext } from '../controllers/Controller';
import { timestamp } from '../status/conditions';

/** Deletes as an API server does: what has finalizers only begins to go. Controllers hear of it, and of what is gone. */
export function deleteObject(
  cluster: ClusterObjects,
  ref: ObjectRef,
  manager: string,
  touched: ControllerContext['touched'],
): void {
  const live = cluster.get(ref);
  if (!live || live.metadata.deletionTimestamp) {
    return;
  }
  if (!live.metadata.finalizers?.length) {
    cluster.remove(ref);
    touched(cluster, live, ref);
    collectGarbage(cluster, live.metadata.uid, manager, touched);
    return;
  }
  const metadata = {
    deletionTimestamp: timestamp(cluster.now()),
    deletionGracePeriodSeconds: 0,
  };
  touched(cluster, cluster.patch(ref, { metadata }, { manager })!, ref);
}

/** What it owned goes with it. */
function collectGarbage(
  cluster: ClusterObjects,
  owner: string | undefined,
  manager: string,
  touched: ControllerContext['touched'],
): void {
  for (const [group, plural] of [
    ['apps', 'replicasets'],
    ['', 'pods'],
    ['argoproj.io', 'applications'],
  ]) {
    for (const { metadata } of cluster.list(group, plural)) {
      const owners = (metadata.ownerReferences ?? []) as { uid?: string }[];
      if (owner && owners.some(({ uid }) => uid === owner)) {
        const { namespace, name } = metadata;
        const ref = { group, plural, namespace, name };
        deleteObject(cluster, ref, manager, touched);
      }
    }
  }
}
