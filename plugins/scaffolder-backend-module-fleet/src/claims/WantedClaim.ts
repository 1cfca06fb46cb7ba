import type { NodeGroup } from '@fleetcommander/backstage-plugin-fleet-common';

/** How a claim that makes a cluster is to be; what is absent stays as it is. */
export interface WantedClaim {
  version?: string;
  /** Those of the same name are changed in what is given, others are added. */
  nodeGroups?: NodeGroup[];
  /** By name. */
  removeNodeGroups?: string[];
  /** Whether the node groups are all that it is to have. */
  onlyTheseNodeGroups?: boolean;
  /** All of them. */
  addons?: string[];
}
