import { ClusterObjects, ObjectRef } from '../../types';
import { ControllerContext } from '../controllers/Controller';
import { timestamp } from '../status/conditions';

/** Deletes as an API server does: what has finalizers only begins to go, and its controllers hear of it. */
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
    collectGarbage(cluster, live.metadata.uid);
    return;
  }
  const metadata = {
    deletionTimestamp: timestamp(cluster.now()),
    deletionGracePeriodSeconds: 0,
  };
  touched(cluster, cluster.patch(ref, { metadata }, { manager })!, ref);
}

/** What a workload owned goes with it. */
function collectGarbage(cluster: ClusterObjects, owner: string | undefined) {
  for (const [group, plural] of [
    ['apps', 'replicasets'],
    ['', 'pods'],
  ]) {
    for (const { metadata } of cluster.list(group, plural)) {
      const owners = (metadata.ownerReferences ?? []) as { uid?: string }[];
      if (owner && owners.some(({ uid }) => uid === owner)) {
        const { namespace, name, uid } = metadata;
        cluster.remove({ group, plural, namespace, name });
        collectGarbage(cluster, uid);
      }
    }
  }
}
