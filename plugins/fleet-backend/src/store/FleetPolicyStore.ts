import type {
  PolicyDetail,
  PolicyList,
  PolicyResultList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, ListQuery } from './FleetQueryStore';

/** The side of the store that answers for policies and what breaks them. */
export interface FleetPolicyStore {
  listPolicies(query: ListQuery): Promise<PolicyList>;
  /** By what it is called across clusters. Undefined when the caller may see none. */
  getPolicy(key: string, access: Access): Promise<PolicyDetail | undefined>;
  listPolicyResults(query: ListQuery): Promise<PolicyResultList>;
  /** Deletes results that ended before that. */
  prunePolicyResults(options: { endedBefore: Date }): Promise<void>;
}
