import type { NodeGroup } from '@fleetcommander/backstage-plugin-fleet-common';

/** How a claim that makes a cluster is to be; what is absent stays as it is. */
export interface WantedClaim {
  version?: string;
  /** Those of the same name are changed in what is given, others are added. */
  nodeGroups?: NodeGroup[];
  /** By name. */
  removeNodeGroups?: string[];
  /** All of them. */
  addons?: string[];
}
