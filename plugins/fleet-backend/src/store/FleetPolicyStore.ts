import type {
  EntityPolicy,
  PolicyCoverage,
  PolicyDetail,
  PolicyExceptionList,
  PolicyList,
  PolicyPosture,
  PolicyResultList,
  PolicySeverity,
  PolicyTrend,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, ListQuery } from './FleetQueryStore';
import type { PolicyNews } from './policy/policyNews';
import type { CoverageQuery } from './queries/policy/getPolicyCoverage';
import type { PolicyScope } from './queries/policy/getEntityPolicy';
import type { TrendQuery } from './queries/policy/getPolicyTrend';
import type { PostureQuery } from './queries/policy/getPolicyPosture';

/** The side of the store that answers for policies and what breaks them. */
export interface FleetPolicyStore {
  listPolicies(query: ListQuery): Promise<PolicyList>;
  /** By what it is called across clusters. Undefined when the caller may see none. */
  getPolicy(key: string, access: Access): Promise<PolicyDetail | undefined>;
  listPolicyResults(query: ListQuery): Promise<PolicyResultList>;
  getPolicyCoverage(query: CoverageQuery): Promise<PolicyCoverage>;
  getPolicyPosture(query: PostureQuery): Promise<PolicyPosture>;
  getPolicyTrend(query: TrendQuery): Promise<PolicyTrend>;
  listPolicyExceptions(query: ListQuery): Promise<PolicyExceptionList>;
  /** What an entity with its members breaks, or what is broken on a cluster. */
  getEntityPolicy(scope: PolicyScope): Promise<EntityPolicy>;
  /**
   * Gives results the links of what they are of now, where that changed after they were read, and sums up the day that is over. One
   * replica does so at a time. Answers how many results are told otherwise now.
   */
  sweepPolicies(): Promise<number>;
  /** What owners have not been told yet, worst first: new results of that severity or worse in the last environment. */
  readPolicyNews(options: { severity: PolicySeverity }): Promise<PolicyNews[]>;
  /** Their owners have been told. */
  notePolicyNews(news: readonly PolicyNews[]): Promise<void>;
  /** Deletes results that ended before that. */
  prunePolicyResults(options: { endedBefore: Date }): Promise<void>;
}
