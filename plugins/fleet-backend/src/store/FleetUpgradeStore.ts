import type { ClusterUpgrade } from '@fleetcommander/backstage-plugin-fleet-common';
import type { UpgradedClaim } from '../claims/upgrades/proposeUpgrade';
import type { UpgradeFacts, UpgradePlan } from '../claims/upgrades/UpgradePlan';
import type { Access } from './FleetQueryStore';

/** The side of the store that keeps upgrades of clusters in waves. */
export interface FleetUpgradeStore {
  /** Newest first; of each, the clusters that the caller may see the claims of, and none that is left empty. */
  list(options: {
    access: Access;
    cluster?: string;
    id?: string;
  }): Promise<ClusterUpgrade[]>;
  /** Those that have not ended. */
  running(): Promise<UpgradePlan[]>;
  get(id: string): Promise<UpgradePlan | undefined>;
  add(plan: UpgradePlan): Promise<void>;
  /** Writes what became of one, and answers whether it still runs: one that was stopped meanwhile stays so, and learns only of its clusters. */
  write(plan: UpgradePlan): Promise<boolean>;
  stop(id: string): Promise<void>;
  /** What is known of the clusters of an upgrade, by the ids of their claims. */
  facts(plan: UpgradePlan): Promise<Map<string, UpgradeFacts>>;
  /** A claim, where Git has it. */
  claim(id: string): Promise<UpgradedClaim | undefined>;
}
