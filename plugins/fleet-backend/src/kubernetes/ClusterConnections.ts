import type { KubernetesClient } from './KubernetesClient';

/** The live connections of this replica, one client a cluster. */
export interface ClusterConnections {
  /** Throws an ApiError of outcome `misconfigured` when no source names the cluster. */
  get(cluster: string): KubernetesClient;
}
