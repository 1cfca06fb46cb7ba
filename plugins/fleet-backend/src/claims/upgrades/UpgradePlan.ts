import type { ClusterUpgrade } from '@fleetcommander/backstage-plugin-fleet-common';

/** One cluster of an upgrade, as it is kept. */
export type UpgradeItem = Omit<
  ClusterUpgrade['waves'][number]['clusters'][number],
  'pullRequest'
> & {
  /** The pull request, once it was opened. */
  opened?: { repository: string; number: number };
  /** Its pull request could not be opened, and is tried again from then on. */
  retryAt?: string;
  /** How many of its applications were not well when its turn came. */
  unwell?: number;
};

/** An upgrade in waves, as it is kept. */
export interface UpgradePlan {
  id: string;
  /** Of Kubernetes: `1.35`. */
  version: string;
  state: ClusterUpgrade['state'];
  /** Entity ref. */
  requester: string;
  createdAt: string;
  endedAt?: string;
  waves: { title: string; clusters: UpgradeItem[] }[];
}

/** What is known of a cluster that is being upgraded. */
export interface UpgradeFacts {
  /** Absent: nobody claims it any more. */
  claim?: {
    state: string;
    summary: string;
    /** As the hub has it. */
    version?: string;
  };
  /** What the branch asks for. */
  gitVersion?: string;
  pullRequest?: {
    state: 'open' | 'merged' | 'closed';
    number: number;
    summary: string;
  };
  /** Of the API server. */
  runs?: string;
  reachable: boolean;
  /** Of the kubelets, as they were last read. */
  nodes: { name: string; version?: string; ready: boolean }[];
  /** Why nothing is known of the nodes now. */
  nodesUnknown?: string;
  /** How many applications are not well. */
  unwell: number;
}
