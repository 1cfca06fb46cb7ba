import type {
  PolicyMode,
  PolicySeverity,
  PolicyType,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A row of `policies`, without its nulls. */
export interface PolicyRow {
  /** Of the record. */
  id: string;
  cluster: string;
  engine: string;
  kind: string;
  namespace?: string;
  name: string;
  /** The same across clusters. */
  key: string;
  type: PolicyType;
  mode: PolicyMode;
  /** Of the mode: 0 enforces. */
  strength: number;
  ready: boolean;
  /** Why it is not applied. */
  not_ready?: string;
  bindings: string;
  content_hash: string;
  severity?: PolicySeverity;
  rank: number;
  category?: string;
  title: string;
  controls: string;
}

export const policyColumns = [
  'id',
  'cluster',
  'engine',
  'kind',
  'namespace',
  'name',
  'key',
  'type',
  'mode',
  'strength',
  'ready',
  'not_ready',
  'bindings',
  'content_hash',
  'severity',
  'rank',
  'category',
  'title',
  'controls',
] as const satisfies readonly (keyof PolicyRow)[];
