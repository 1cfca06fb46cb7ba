import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { KubernetesObject } from '../../types';
import { World } from '../createWorld';

/** An empty cluster. */
export function emptyCluster(name: string, version = 'v1.35.1') {
  return SimulatedCluster.create({
    name,
    seed: 1,
    version,
    watchCache: { size: 100, freshMs: 75_000 },
  });
}

/** A world's clusters, each filled as planned. */
export function populatedClusters(world: World): Map<string, SimulatedCluster> {
  const clusters = new Map<string, SimulatedCluster>();
  for (const plan of world.plans) {
    const cluster = emptyCluster(plan.name, plan.version);
    world.populate(cluster, plan);
    clusters.set(plan.name, cluster);
  }
  return clusters;
}

/** Everything that a cluster holds. */
export function objectsOf(cluster: SimulatedCluster): KubernetesObject[] {
  return cluster.resources
    .all()
    .flatMap(({ group, plural }) => cluster.list(group, plural));
}
