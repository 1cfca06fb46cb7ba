import { ClusterObjects } from '../types';
import { Deliveries } from './delivery/Deliveries';
import { ClusterSize } from './delivery/sizedDeliveries';
import { createFleet } from './Fleet';
import { populateCluster } from './populate/populateCluster';

/** Fills a lone cluster, whatever its name, with objects in given numbers. */
export function fillCluster(
  cluster: ClusterObjects,
  size: ClusterSize,
  seed: number,
): void {
  const fleet = createFleet({ spokes: 1, seed, size });
  const plan = { ...fleet.plans[1], name: cluster.name };
  const deliveries = Deliveries.ofSize([plan], size);
  populateCluster({ ...fleet, plans: [plan], deliveries }, cluster, plan);
}
