import type { State } from '@fleetcommander/backstage-plugin-fleet-common';

/** A row of `transitions`, without its nulls. */
export interface TransitionRow {
  id: string;
  record_id: string;
  engine: string;
  kind: string;
  cluster: string;
  at_cluster: string;
  target_cluster?: string;
  namespace?: string;
  target_namespace?: string;
  name: string;
  from_state?: State;
  to_state: State;
  at: string;
  summary: string;
  from_version?: string;
  to_version?: string;
}

export const transitionColumns = [
  'id',
  'record_id',
  'engine',
  'kind',
  'cluster',
  'at_cluster',
  'target_cluster',
  'namespace',
  'target_namespace',
  'name',
  'from_state',
  'to_state',
  'at',
  'summary',
  'from_version',
  'to_version',
] as const satisfies readonly (keyof TransitionRow)[];
