import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';

/** A cluster as an object on a hub names it. Which source it is from, that it is no hub, and its links, it does not say. */
export type HubCluster = Omit<ClusterDefinition, 'source' | 'hub' | 'links'>;

/** One of the objects on a hub that name clusters. */
export interface HubEntry {
  /** To be named in problems: `ClusterProfile fleet-system/edge`. */
  object: string;
  /** Undefined for what is no cluster yet, as one that is being made. Throws what is wrong with it, in words without credentials. */
  define(options: {
    signal: AbortSignal;
  }): HubCluster | undefined | Promise<HubCluster | undefined>;
}
