import type {
  Outcome,
  Reachability,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  Apply,
  ClusterDefinition,
  FleetRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';

import type { LiveFields } from '../drift/override/LiveFields';

/** The right of one replica to write one cluster. A higher epoch elsewhere makes every write with this one fail. */
export interface ClusterLease {
  cluster: string;
  replica: string;
  epoch: number;
}

/** A write came too late: another replica holds the cluster now. Nothing of the write was kept. */
export class LeaseLostError extends Error {
  readonly name = 'LeaseLostError';
}

/** Which kind of a cluster, in which version it is read. */
export interface CollectionKey {
  engine: string;
  group: string;
  version: string;
  kind: string;
  plural: string;
}

/** How far a collection has been read. */
export interface CollectionState extends CollectionKey {
  /** Of projection and config; another one means: list again. */
  projection: string;
  outcome: Outcome;
  message?: string;
  /** Continue the watch from here; absent: list again. */
  resourceVersion?: string;
  /** Since when the outcome holds. */
  since: Date;
  /** When the records were last proven complete; while `held`, the last contact with the cluster proves it as well. */
  provenAt?: Date;
  readHow?: 'listed' | 'watched briefly' | 'watched steadily';
  /** Whether a watch of it is held open. */
  held: boolean;
  /** Whether there were objects of it when it was last listed, or came since. */
  populated: boolean;
  /** How often it is asked otherwise. */
  everySeconds: number;
}

/** Everything a poller needs to go on where another stopped. */
export interface ClusterPollState {
  uid?: string;
  version?: string;
  reachability: Reachability;
  /** Highest resourceVersion that was seen. */
  resourceVersion?: string;
  collections: CollectionState[];
}

/** One object as it arrived: its records replace those it had; no records delete them. */
export interface ProjectedObject {
  /** `namespace/name`, or `name`. */
  key: string;
  records: FleetRecord[];
  /** Who set which of its fields, where overrides are looked for in objects of its kind. */
  live?: LiveFields;
  /** That an engine applied something, where the object tells. */
  apply?: Apply;
}

/** What became of one collection. Objects are written in order. */
export interface CollectionChange {
  state: CollectionState;
  objects: ProjectedObject[];
  /**
   * Present while a list is under way: objects of the collection that no page of this listing named go when it is complete.
   */
  listing?: { id: string; complete: boolean };
  /** The kind is no longer there: its records go. */
  clear?: boolean;
}

/** One fenced write of one cluster, all or nothing. */
export interface ClusterChange {
  at: Date;
  contact?: {
    reachability: Reachability;
    uid?: string;
    version?: string;
    resourceVersion?: string;
    /** Names of the engines that discovery found. */
    engines?: string[];
  };
  collections: CollectionChange[];
  /** Nobody reads these any more, as after an engine was turned off: they go with their records. */
  forget?: CollectionKey[];
}

/** What a write changed, as far as screens care. */
export interface WriteResult {
  /** Records that were added, went or changed other than in freshness. */
  changed: number;
}

/** The side of the store that pollers use. */
export interface FleetPollStore {
  /**
   * Makes the inventory agree with the definitions. Clusters that are no longer named go with all their records, unless
   * `complete` is false. Holds no credentials: of `signIn` only the provider is kept.
   */
  syncClusters(
    definitions: readonly ClusterDefinition[],
    options: { complete: boolean; environmentOf: EnvironmentOf },
  ): Promise<void>;

  /** Says that the replica lives, or with a `ttlSeconds` of 0 that it stops; answers how many live. */
  heartbeat(replica: string, options: { ttlSeconds: number }): Promise<number>;

  /** Leases up to `limit` clusters that nobody holds. */
  claimClusters(options: {
    replica: string;
    limit: number;
    leaseSeconds: number;
  }): Promise<ClusterLease[]>;

  /** Throws {@link LeaseLostError}. */
  renewLeases(
    leases: readonly ClusterLease[],
    options: { leaseSeconds: number },
  ): Promise<{ lost: ClusterLease[] }>;

  releaseCluster(lease: ClusterLease): Promise<void>;

  /** How many clusters the fleet has. */
  countClusters(): Promise<number>;

  readPollState(cluster: string): Promise<ClusterPollState>;

  /** Notes that clusters answered, and had nothing new. Those whose lease is lost are left alone. */
  touch(leases: readonly ClusterLease[], options: { at: Date }): Promise<void>;

  /** Throws {@link LeaseLostError}. */
  write(lease: ClusterLease, change: ClusterChange): Promise<WriteResult>;
}

/** Resolves what config says of environments; see `fleet.environments`. */
export type EnvironmentOf = (cluster: {
  name: string;
  labels: Record<string, string>;
}) => { environment?: string; region?: string; provider?: string };
