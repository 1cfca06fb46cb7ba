import type {
  Claim,
  ClaimDetail,
  ClaimList,
  ClaimTree,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, ListQuery } from './FleetQueryStore';

/** The side of the store that answers for claims. */
export interface FleetClaimStore {
  list(query: ListQuery): Promise<ClaimList>;
  /** Undefined when there is none or the caller may not see it. */
  get(id: string, access: Access): Promise<Claim | undefined>;
  getDetail(id: string, access: Access): Promise<ClaimDetail | undefined>;
  /** The objects of a claim. Undefined when the caller may not see it. */
  getTree(id: string, query: ListQuery): Promise<ClaimTree | undefined>;
  /** Which of these claims the access covers. */
  filter(ids: readonly string[], access: Access): Promise<string[]>;
  /**
   * Brings claims up to date with what was read of hubs, Git and spokes. One replica does so at a time. Answers how many are told
   * otherwise now.
   */
  sweep(): Promise<number>;
}
