import { KubernetesObject, ObjectRef } from '../../types';
import { Stage } from './Stage';

/** One object of a cluster that the scenario moves. */
export interface Place extends ObjectRef {
  cluster: string;
}

/** What a person writes with kubectl, which the controllers see as they see any write. */
export function writeByHand(
  { clusters, controllers }: Stage,
  { cluster: name, ...ref }: Place,
  patchOf: (live: KubernetesObject) => object,
  manager: string,
): void {
  const cluster = clusters.get(name);
  const live = cluster?.get(ref);
  const written =
    live &&
    cluster?.patch(ref, patchOf(live), { manager, operation: 'Update' });
  if (cluster && written) {
    controllers.touched(cluster, written, ref);
  }
}
