import type {
  DriftKind,
  DriftSeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A row of `drifts`, without its nulls. */
export interface DriftRow {
  id: string;
  subject: string;
  scope: DriftScope;
  kind: DriftKind;
  severity: DriftSeverity;
  rank: number;
  /** Of the application; empty where there is none, as conditions compare it. */
  record_id: string;
  engine?: string;
  application_kind?: string;
  cluster: string;
  at_cluster: string;
  target_cluster?: string;
  namespace?: string;
  target_namespace?: string;
  name: string;
  delivery_key?: string;
  summary: string;
  manager?: string;
  finding: string;
  since: string;
  first_since: string;
  seen_at: string;
  ended_at?: string;
  times: number;
  episodes: string;
  acknowledged?: string;
  muted?: string;
  muted_until?: string;
  search: string;
  /** What its owners have been told of this occurrence. */
  told?: 'open' | 'ended';
}

/** Whose findings a drift is among: those of one scope never end what another found on the same subject. */
export type DriftScope =
  | 'application'
  | 'apply'
  | 'override'
  | 'delivery'
  | 'cluster';

export const driftColumns = [
  'id',
  'subject',
  'scope',
  'kind',
  'severity',
  'rank',
  'record_id',
  'engine',
  'application_kind',
  'cluster',
  'at_cluster',
  'target_cluster',
  'namespace',
  'target_namespace',
  'name',
  'delivery_key',
  'summary',
  'manager',
  'finding',
  'since',
  'first_since',
  'seen_at',
  'ended_at',
  'times',
  'episodes',
  'acknowledged',
  'muted',
  'muted_until',
  'search',
  'told',
] as const satisfies readonly (keyof DriftRow)[];
