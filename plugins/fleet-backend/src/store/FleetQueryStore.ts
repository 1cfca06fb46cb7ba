import type {
  ApplicationDetail,
  ApplicationList,
  Cluster,
  ClusterDetail,
  ClusterList,
  EntityView,
  Matrix,
  Summary,
  TransitionList,
  UnownedList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { CollectionState } from './FleetPollStore';
import type { DiffBasis } from './queries/readDiffBasis';

/**
 * A condition that SQL can hold: all, of what the rules of the permissions come down to.
 *
 * @public
 */
export type FleetCondition =
  | { field: 'cluster'; values: string[] }
  | { field: 'environment'; values: string[] }
  | { field: 'label'; key: string; values: string[] }
  | { field: 'namespace'; values: string[] }
  | { field: 'owner'; values: string[] };

/**
 * What a caller may see. `true` is everything, `false` nothing. An application is visible when its own criteria hold and its
 * target cluster (or, where that is unknown, its own) is visible; a claim, when its own hold and its hub is visible.
 */
export interface Access {
  clusters: boolean | PermissionCriteria<FleetCondition>;
  applications: boolean | PermissionCriteria<FleetCondition>;
  claims: boolean | PermissionCriteria<FleetCondition>;
}

/** Alternatives of conjunctions: `[{a: ['1', '2'], b: ['3']}]` is (a is 1 or 2) and b is 3. */
export type Filter = Record<string, string[]>[];

/** How every list is asked. Unknown filter keys, order fields and broken cursors throw InputError naming them. */
export interface ListQuery {
  access: Access;
  filter?: Filter;
  text?: string;
  orderField?: { field: string; order: 'asc' | 'desc' };
  limit?: number;
  cursor?: string;
}

/** One requirement of a label selector, as Kubernetes words it. */
export type LabelRequirement =
  | { key: string; operator: 'In' | 'NotIn'; values: string[] }
  | { key: string; operator: 'Exists' | 'DoesNotExist' };

/** What an entity's annotations narrow its tab to, among what is linked and visible. */
export interface EntityNarrowing {
  clusters?: string[];
  namespaces?: string[];
  applications?: string[];
  projects?: string[];
  argocdNames?: string[];
  argocdNamespaces?: string[];
  argocdLabels?: LabelRequirement[];
  /** Of workloads, and of applications that carry them or own such a workload. */
  labels?: LabelRequirement[];
}

/** The side of the store that routes use. Everything is answered from the database. */
export interface FleetQueryStore {
  listClusters(query: ListQuery): Promise<ClusterList>;
  /** Undefined when there is none or the caller may not see it. */
  getCluster(name: string, access: Access): Promise<Cluster | undefined>;
  getClusterDetail(
    name: string,
    access: Access,
  ): Promise<ClusterDetail | undefined>;
  /** With the number of records each collection has. */
  listCollections(
    cluster: string,
  ): Promise<(CollectionState & { records: number })[]>;
  listApplications(query: ListQuery): Promise<ApplicationList>;
  getApplication(
    id: string,
    access: Access,
  ): Promise<ApplicationDetail | undefined>;
  /** Which of these applications the access covers. */
  filterApplications(ids: readonly string[], access: Access): Promise<string[]>;
  /**
   * Of a Component: what is linked to it. Of a System, Domain or Group: the sum of `members`. Of a cluster's Resource: its
   * applications.
   */
  getEntity(options: {
    entityRef: string;
    members: string[];
    cluster?: string;
    narrowing: EntityNarrowing;
    access: Access;
  }): Promise<Omit<EntityView, 'problems' | 'environments'>>;
  getMatrix(
    query: ListQuery & {
      differences?: boolean;
      groupBy?: 'owner' | 'system';
      columnOffset: number;
      columnLimit: number;
    },
  ): Promise<Matrix>;
  getSummary(query: {
    access: Access;
    filter?: Filter;
  }): Promise<Omit<Summary, 'sourceProblems'>>;
  /** Kinds of an engine's applications on a cluster, and the namespaces that have any, as far as the caller may see them. */
  listDelivering(options: {
    access: Access;
    cluster: string;
    engine: string;
  }): Promise<{ kind: string; namespace: string }[]>;
  listTransitions(query: ListQuery): Promise<TransitionList>;
  listUnowned(query: ListQuery): Promise<UnownedList>;
  /**
   * Whether an application of the fleet, one that the access covers, deploys the object: the object itself, a workload of it,
   * or something it lists among its resources. Undefined when none does.
   */
  findOwningApplication(
    object: {
      cluster: string;
      group: string;
      kind?: string;
      plural: string;
      namespace?: string;
      name: string;
    },
    access: Access,
  ): Promise<string | undefined>;
  /** What is known of an object that is to be compared with Git. Whether the caller may read it was settled before. */
  readDiffBasis(
    applicationId: string,
    object: {
      cluster: string;
      group: string;
      plural: string;
      namespace?: string;
      name: string;
    },
  ): Promise<DiffBasis>;
}
