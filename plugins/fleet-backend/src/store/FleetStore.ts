import type { FleetClaimStore } from './FleetClaimStore';
import type { FleetDriftStore } from './FleetDriftStore';
import type { FleetGitStore } from './FleetGitStore';
import type { FleetLinkStore } from './FleetLinkStore';
import type { FleetPlatformStore } from './FleetPlatformStore';
import type { FleetPolicyStore } from './FleetPolicyStore';
import type { FleetPollStore } from './FleetPollStore';
import type { FleetPromotionStore } from './FleetPromotionStore';
import type { FleetQueryStore } from './FleetQueryStore';
import type { FleetUpgradeStore } from './FleetUpgradeStore';
import type { FleetWebhookStore } from './FleetWebhookStore';

/** The state of the fleet. One interface a kind of caller; see its parts. */
export interface FleetStore
  extends FleetPollStore,
    FleetQueryStore,
    FleetLinkStore,
    FleetDriftStore,
    FleetWebhookStore,
    FleetGitStore,
    FleetPolicyStore {
  readonly claims: FleetClaimStore;
  readonly platform: FleetPlatformStore;
  readonly upgrades: FleetUpgradeStore;
  readonly promotions: FleetPromotionStore;
  /** Deletes transitions older than that. */
  prune(options: { transitionsBefore: Date }): Promise<void>;
}
