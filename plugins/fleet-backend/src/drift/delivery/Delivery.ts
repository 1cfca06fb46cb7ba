import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';

/** One application of a delivery key, on the cluster that it deploys to. */
export interface DeliveredApplication {
  id: string;
  cluster: string;
  /** The engine that needs to be on a cluster to have it there; absent where it is delivered from elsewhere. */
  engine?: string;
  /** Whether an ApplicationSet decides on which clusters it is. */
  placed?: boolean;
  environment?: string;
  state: State;
  suspended: boolean;
  /** That of the workloads it deploys, where they agree on one; else what the engine calls it. */
  version?: string;
  /** What is applied. */
  revision?: string;
  /** Since when it runs that version, where it is known. */
  versionSince?: string;
}

/** A cluster on which applications can be told to be there, or not. */
export interface DeliveryCluster {
  name: string;
  environment?: string;
  region?: string;
  hub: boolean;
  /** Names of the engines on it. */
  engines: readonly string[];
  /** Whether its applications have been read, all of them and not long ago. */
  read: boolean;
}

/** Everything that goes by one delivery key. */
export interface DeliveryInput {
  /** What people call it. */
  title: string;
  applications: readonly DeliveredApplication[];
  clusters: readonly DeliveryCluster[];
  /** Names of environments in promotion order. */
  environments: readonly string[];
  /** Clusters that should have it, where something decides that. */
  targets?: DeliveryTargets;
  /** Clusters on which what it deploys runs, whatever deploys it there. */
  running?: ReadonlySet<string>;
}

/** The clusters that something is meant for. */
export interface DeliveryTargets {
  /** What says so. */
  by: string;
  /** Absent where it decides, and what it decides is not known. */
  clusters?: readonly string[];
}

/** A finding, and the cluster of the delivery key that it is about. */
export interface DeliveryFinding {
  cluster: string;
  /** Absent where there is no application. */
  applicationId?: string;
  finding: DriftFinding;
}
