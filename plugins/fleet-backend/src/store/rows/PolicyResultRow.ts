import type {
  PolicySeverity,
  PolicyVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyResultFacts } from '@fleetcommander/backstage-plugin-fleet-node';

/** A row of `policy_results`, without its nulls. */
export interface PolicyResultRow {
  id: string;
  cluster: string;
  /** That read it. */
  engine: string;
  /** As the report names it. */
  policy: string;
  policy_kind?: string;
  /** Of the policy that it breaks, the same across clusters. */
  policy_key: string;
  rule?: string;
  verdict: PolicyVerdict;
  severity: PolicySeverity;
  rank: number;
  category?: string;
  source: string;
  kind: string;
  namespace?: string;
  name: string;
  /** The same for one resource. */
  resource: string;
  /** Whose links it has; empty where nothing is proven to have any. */
  record_id: string;
  /** That delivers the resource. */
  application_id?: string;
  /** That lets it through. */
  exception?: string;
  since: string;
  first_since: string;
  ended_at?: string;
  times: number;
  /** JSON: {@link StoredResultFacts}. */
  facts: string;
  /** JSON: by report that lists it, its verdict and its source. */
  reports: string;
  told?: string;
}

/** What no query asks of. */
export type StoredResultFacts = Pick<
  PolicyResultFacts,
  'message' | 'field' | 'remedy' | 'severity' | 'category'
> & { apiVersion?: string };

export const policyResultColumns = [
  'id',
  'cluster',
  'engine',
  'policy',
  'policy_kind',
  'policy_key',
  'rule',
  'verdict',
  'severity',
  'rank',
  'category',
  'source',
  'kind',
  'namespace',
  'name',
  'resource',
  'record_id',
  'application_id',
  'exception',
  'since',
  'first_since',
  'ended_at',
  'times',
  'facts',
  'reports',
  'told',
] as const satisfies readonly (keyof PolicyResultRow)[];
