import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ProvenLinks } from '../../ownership/ProvenLinks';

/** A row of `records`, without its nulls. */
export interface RecordRow {
  id: string;
  cluster: string;
  collection: string;
  object_key: string;
  type: FleetRecord['type'];
  kind: string;
  namespace?: string;
  name: string;
  state: State;
  owner_key?: string;
  /** Of what is made for a claim, and of the primary of a canary: the record of what made it. */
  parent_id?: string;
  /** Of a workload. */
  version?: string;
  proofs?: string;
  /** Of workloads, as are the next two. */
  entity_refs?: string;
  owner_refs?: string;
  link_basis?: ProvenLinks['basis'];
  /** By when a secret is to be brought again, a certificate renewed. */
  due_at?: string;
  /** Until when a certificate is good. */
  ends_at?: string;
  /** Of everything. */
  hash: string;
  /** Hash of all that is worth telling screens. */
  gist: string;
  listing?: string;
  data: string;
  detail?: string;
}

export const recordColumns = [
  'id',
  'cluster',
  'collection',
  'object_key',
  'type',
  'kind',
  'namespace',
  'name',
  'state',
  'owner_key',
  'parent_id',
  'version',
  'proofs',
  'entity_refs',
  'owner_refs',
  'link_basis',
  'due_at',
  'ends_at',
  'hash',
  'gist',
  'listing',
  'data',
  'detail',
] as const satisfies readonly (keyof RecordRow)[];
