import type {
  ClaimNodeRole,
  ClaimType,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { RecordBase } from './FleetRecord';

/** An object, as another one names it. @public */
export interface ObjectReference {
  /** `GROUP/` where only the group is named. */
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** A condition of an object, as it has it. @public */
export interface ObjectCondition {
  type: string;
  status: string;
  reason?: string;
  /** At most 2,000 characters. */
  message?: string;
  since?: string;
}

/**
 * An object of the tree of a claim: the claim itself, a composite resource, or what is composed.
 *
 * @public
 */
export interface ClaimNodeRecord extends RecordBase {
  type: 'claim-node';
  claimType: ClaimType;
  role: ClaimNodeRole;
  /** Whether people asked for it: nothing above it made it. Trees begin at these. */
  root: boolean;
  /** What it made, or waits for, as it names them. */
  children: ObjectReference[];
  /** What made it, as it names it: `spec.claimRef`, a controller among its owners. */
  parent?: ObjectReference;
  conditions: ObjectCondition[];
  paused: boolean;
  deleting: boolean;
  createdAt?: string;
  /** When it became ready, while it is. */
  readyAt?: string;
  /** `crossplane.io/external-name`. */
  externalName?: string;
  /** Absent: the provider's default, all. */
  managementPolicies?: string[];
  /** Of a root: its labels, as filters and permissions go by them. */
  labels?: Record<string, string>;
  /** Of a root: its spec as asked for, at most 20,000 characters as JSON; values of fields that look like secrets are masked. */
  spec?: Record<string, unknown>;
  /** Of a managed resource that is a cluster of a cloud: the version it runs. */
  clusterVersion?: string;
  /** Whether it is a control plane: EKS, GKE, AKS, a Cluster API control plane. */
  controlPlane?: boolean;
}

/** A kind that a hub offers to be claimed: a CompositeResourceDefinition. @public */
export interface ClaimKindRecord extends RecordBase {
  type: 'claim-kind';
  /** In which group people ask for it. */
  group: string;
  /** As people ask for it: the claim's where there is one, else the composite's. */
  claimKind: string;
  claimPlural: string;
  /** Of the composite, which compositions name; the same where there are no claims. */
  compositeKind: string;
  /** Served, the referenceable one. */
  claimVersion: string;
  /** Whether objects of it lie in a namespace. */
  namespaced: boolean;
  description?: string;
  /** OpenAPI v3 of the whole object, as JSON of at most 500,000 characters. */
  schema?: Record<string, unknown>;
  /** Why there is none. */
  unreadable?: string;
}

/** A recipe for a kind: a Composition. @public */
export interface CompositionRecord extends RecordBase {
  type: 'composition';
  /** Of what it makes: `apiVersion` and `kind` of the composite. */
  compositeApiVersion: string;
  compositeKind: string;
}

/** What protects an object from deletion: a Usage or ClusterUsage. @public */
export interface UsageRecord extends RecordBase {
  type: 'usage';
  /** What is not to be deleted. */
  of: { apiVersion?: string; kind?: string; name?: string };
  /** What uses it. */
  by?: { apiVersion?: string; kind?: string; name?: string };
  why?: string;
}
