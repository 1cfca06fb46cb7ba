import type {
  Application,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ProvenLinks } from '../../ownership/ProvenLinks';

/** What is resolved across records and clusters. */
export interface ResolvedColumns {
  /** The target, else where it lives. */
  at_cluster: string;
  target_cluster?: string;
  target_unknown?: string;
  source_url?: string;
  /** Of the first source that is a folder in Git. */
  source_key?: string;
  delivery_key: string;
  delivery_basis: Application['deliveryKeyBasis'];
  title: string;
  /** That of the workloads it deploys, where they agree on one; else what the engine calls it. */
  version?: string;
  entity_refs?: string;
  owner_refs?: string;
  link_basis?: ProvenLinks['basis'];
  unproven?: string;
  search: string;
}

/** A row of `applications`, without its nulls. */
export interface ApplicationRow extends ResolvedColumns {
  id: string;
  cluster: string;
  collection: string;
  engine: string;
  kind: string;
  namespace?: string;
  name: string;
  target_namespace?: string;
  project?: string;
  state: State;
  urgency: number;
  summary: string;
  since?: string;
  suspended: boolean | number;
  revision?: string;
  images: string;
  owner_key?: string;
  source_ref?: string;
  managed_by?: string;
  settled_state?: State;
  settled_since?: string;
  settled_version?: string;
  settled_revision?: string;
  settled_revision_since?: string;
}

export const resolvedColumns = [
  'at_cluster',
  'target_cluster',
  'target_unknown',
  'source_url',
  'source_key',
  'delivery_key',
  'delivery_basis',
  'title',
  'version',
  'entity_refs',
  'owner_refs',
  'link_basis',
  'unproven',
  'search',
] as const satisfies readonly (keyof ResolvedColumns)[];

export const applicationColumns = [
  'id',
  'cluster',
  'collection',
  'engine',
  'kind',
  'namespace',
  'name',
  'target_namespace',
  'project',
  'state',
  'urgency',
  'summary',
  'since',
  'suspended',
  'revision',
  'images',
  'owner_key',
  'source_ref',
  'managed_by',
  'settled_state',
  'settled_since',
  'settled_version',
  'settled_revision',
  'settled_revision_since',
  ...resolvedColumns,
] as const satisfies readonly (keyof ApplicationRow)[];
