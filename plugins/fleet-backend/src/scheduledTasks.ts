import type {
  LoggerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { PullRequestFollower } from './claims/git/PullRequestFollower';
import type { ClusterUpgrades } from './claims/upgrades/ClusterUpgrades';
import type { ClusterInventory } from './clusters/ClusterInventory';
import type { FleetConfig } from './clusters/config/FleetConfig';
import type { CommitsReader } from './git/CommitsReader';
import { claimTopic } from './notifications/claimTopic';
import { driftTopic } from './notifications/driftTopic';
import type { FleetSignals } from './notifications/FleetSignals';
import { OwnerNotifications } from './notifications/OwnerNotifications';
import { policyTopic } from './notifications/policyTopic';
import { promotionTopic } from './notifications/promotionTopic';
import type { CatalogEntityDirectory } from './ownership/CatalogEntityDirectory';
import { directoryPace } from './ownership/directoryPace';
import type { BaselineBundles } from './policy/BaselineBundles';
import type { PromotionWork } from './promotion/createPromotionWork';
import type { OverlayReader } from './promotion/git/OverlayReader';
import type { FleetStore } from './store/FleetStore';

const dayMs = 24 * 60 * 60_000;
const transitionsKeptMs = 90 * dayMs;
/** Claims are few and seldom: what is usual is told from a year of them. */
const claimsKeptMs = 400 * dayMs;
/** Who does what with promotions is told for a year. */
const promotionsKeptMs = 365 * dayMs;

/** Asks repositories for what is new; sooner when a webhook comes. */
export const pullRequestsTask = 'fleet-pull-requests';

export interface ScheduledTasksOptions {
  fleet: FleetConfig;
  logger: LoggerService;
  notifications: NotificationService;
  store: FleetStore;
  signals: Pick<FleetSignals, 'changed'>;
  bundles: BaselineBundles;
  clusterUpgrades: ClusterUpgrades;
  commits: CommitsReader;
  directory: CatalogEntityDirectory;
  follower: PullRequestFollower;
  inventory: ClusterInventory;
  overlays: OverlayReader;
  promotionWork: Pick<PromotionWork, 'follower' | 'judge' | 'opener'>;
}

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition;

/** What the backend does again and again, beside polling clusters: one replica for all, unless it is `local`. */
export function scheduledTasks(options: ScheduledTasksOptions): Task[] {
  const { fleet, store, directory } = options;
  const { follower, judge, opener } = options.promotionWork;
  const tellOwners = {
    drift: new OwnerNotifications(
      driftTopic(store, fleet.drift.notify.severity),
      options,
    ),
    policy: new OwnerNotifications(
      policyTopic(store, fleet.policy.notify.severity),
      options,
    ),
    claims: new OwnerNotifications(claimTopic(store.claims), options),
    promotions: new OwnerNotifications(
      promotionTopic(store.promotions),
      options,
    ),
  };
  const signalIfAny = async (changes: Promise<number>) => {
    if ((await changes) > 0) {
      options.signals.changed();
    }
  };
  const directoryDue = directoryPace(Date.now());

  return [
    {
      id: 'fleet-prune',
      frequency: { days: 1 },
      timeout: { minutes: 10 },
      fn: async () => {
        const before = (ms: number) => new Date(Date.now() - ms);
        await store.prune({ transitionsBefore: before(transitionsKeptMs) });
        await store.pruneDrifts({
          endedBefore: before(fleet.drift.retentionMs),
        });
        await store.claims.prune({ endedBefore: before(claimsKeptMs) });
        await store.promotions.prune({ endedBefore: before(promotionsKeptMs) });
        await store.prunePolicyResults({
          endedBefore: before(fleet.policy.retentionMs),
        });
      },
    },
    {
      id: 'fleet-drift',
      frequency: { seconds: 30 },
      timeout: { minutes: 5 },
      fn: async () => {
        await signalIfAny(store.sweepDrifts());
        await tellOwners.drift.tell();
      },
    },
    {
      id: 'fleet-claims',
      frequency: { seconds: 5 },
      timeout: { minutes: 5 },
      fn: async () => {
        await signalIfAny(store.claims.sweep());
        await tellOwners.claims.tell();
      },
    },
    {
      id: pullRequestsTask,
      frequency: { seconds: 30 },
      timeout: { minutes: 10 },
      fn: async () => {
        await options.follower.turn();
        await options.overlays.turn();
      },
    },
    {
      id: 'fleet-promotions',
      frequency: { seconds: 10 },
      timeout: { minutes: 10 },
      fn: async () => {
        await signalIfAny(follower.turn());
        await tellOwners.promotions.tell();
      },
    },
    {
      id: 'fleet-gates',
      frequency: { seconds: 15 },
      timeout: { minutes: 10 },
      fn: async () => {
        await signalIfAny(judge.turn());
        await opener.turn();
      },
    },
    {
      id: 'fleet-cluster-upgrades',
      frequency: { seconds: 15 },
      timeout: { minutes: 10 },
      fn: () => options.clusterUpgrades.turn(),
    },
    {
      id: 'fleet-git',
      frequency: { minutes: 1 },
      timeout: { minutes: 10 },
      fn: () => options.commits.turn(),
    },
    {
      id: 'fleet-policy',
      frequency: { seconds: 30 },
      timeout: { minutes: 5 },
      fn: async () => {
        await signalIfAny(store.sweepPolicies());
        await tellOwners.policy.tell();
      },
    },
    {
      id: 'fleet-policy-bundles',
      scope: 'local',
      frequency: { minutes: 5 },
      timeout: { minutes: 2 },
      fn: () => options.bundles.refresh(),
    },
    {
      id: 'fleet-clusters',
      scope: 'local',
      frequency: { minutes: 1 },
      timeout: { minutes: 1 },
      fn: () => options.inventory.refresh(),
    },
    {
      id: 'fleet-entities',
      scope: 'local',
      frequency: { seconds: 5 },
      timeout: { minutes: 5 },
      fn: async () => {
        if (!directoryDue(Date.now())) {
          return;
        }
        const snapshot = await directory.refresh();
        if (snapshot) {
          await signalIfAny(
            store.setDirectory(snapshot).then(({ changed }) => changed),
          );
        }
      },
    },
  ];
}
