import type { ClusterDefinition, ClusterProblem } from './ClusterDefinition';

/** What a source found; `complete: false` when it could not look everywhere, so that absence proves nothing. @public */
export interface ClusterSourceResult {
  clusters: ClusterDefinition[];
  problems: ClusterProblem[];
  complete: boolean;
}

/**
 * Names clusters. Asked again and again; a cluster that a complete answer no longer names leaves the fleet.
 *
 * @public
 */
export interface ClusterSource {
  /** Shown with the clusters it names. */
  name: string;
  list(): Promise<ClusterSourceResult>;
}
