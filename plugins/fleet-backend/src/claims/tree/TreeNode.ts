import type {
  ClaimNodeRole,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimNodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';

/** An object of the tree of a claim. */
export interface TreeNode {
  /** Of its record, there or not. */
  id: string;
  parentId?: string;
  /** 0: the claim. */
  depth: number;
  role: ClaimNodeRole;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  state: State;
  summary: string;
  reason?: string;
  message?: string;
  since?: string;
  /** Named by its parent, and not there or not to be read. */
  missing: boolean;
  /** Nobody can tell how it is; it counts neither as ready nor as not. */
  untold: boolean;
  /** Absent: missing, or not of a kind that claims are made of. */
  record?: ClaimNodeRecord;
}

/** A claim with everything that it is made of. */
export interface TreeContent {
  /** The claim first, parents before children. */
  nodes: TreeNode[];
  /** Why it is not whole, in words. */
  problems: string[];
}
