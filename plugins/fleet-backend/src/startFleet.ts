import type {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  GitHosts,
  type DriftDetector,
  type Engine,
  type Gate,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { FleetActionsContext } from './actions/FleetActionsOptions';
import { PullRequestFollower } from './claims/git/PullRequestFollower';
import { ClusterUpgrades } from './claims/upgrades/ClusterUpgrades';
import type { ClusterInventory } from './clusters/ClusterInventory';
import type { FleetConfig } from './clusters/config/FleetConfig';
import type { PipelineConfig } from './clusters/config/pipelineSchema';
import { environmentOf } from './clusters/environmentOf';
import { ApplicationCommands } from './commands/ApplicationCommands';
import { createObjectDiffs } from './diff/createObjectDiffs';
import type { DefaultClusterConnections } from './kubernetes/DefaultClusterConnections';
import { CommitsReader } from './git/CommitsReader';
import { FleetSignals } from './notifications/FleetSignals';
import { PollRequests } from './notifications/PollRequests';
import { CatalogEntityDirectory } from './ownership/CatalogEntityDirectory';
import { proofKeysOf } from './ownership/proofKeysOf';
import type { FleetPermissions } from './permissions/FleetPermissions';
import { AdoptionPlanner } from './adoption/AdoptionPlanner';
import { BaselineBundles } from './policy/BaselineBundles';
import { FleetPoller } from './polling/FleetPoller';
import { createPromotionWork } from './promotion/createPromotionWork';
import { OverlayReader } from './promotion/git/OverlayReader';
import type { PromotionRules } from './promotion/PromotionRules';
import { createRouter } from './routes/createRouter';
import { EntityViews } from './routes/entities/EntityViews';
import { pullRequestsTask, scheduledTasks } from './scheduledTasks';
import { DatabaseFleetStore } from './store/DatabaseFleetStore';
import { gitHostsOf } from './store/queries/gitHostsOf';
import { driftRules } from './drift/driftRules';
import { gitManagers } from './drift/override/gitManagers';
import { createFluxWebhook } from './webhooks/flux/createFluxWebhook';
import { FluxWebhooks } from './webhooks/flux/FluxWebhooks';
import { createGithubWebhook } from './webhooks/github/createGithubWebhook';
import { GithubWebhooks } from './webhooks/github/GithubWebhooks';
import { SoonerReads } from './webhooks/SoonerReads';
import { SoonerTask } from './webhooks/SoonerTask';
import { WebhookTally } from './webhooks/WebhookTally';

export interface FleetOptions {
  fleet: FleetConfig;
  engines: readonly Engine[];
  /** Those that others add. */
  driftDetectors: readonly DriftDetector[];
  /** Of the config, those that are right. */
  pipelines: readonly PipelineConfig[];
  /** By name. */
  gates: ReadonlyMap<string, Gate>;
  inventory: ClusterInventory;
  connections: DefaultClusterConnections;
  permissions: FleetPermissions;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: DatabaseService;
  discovery: DiscoveryService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  signals: SignalsService;
  userInfo: UserInfoService;
}

/** All that needs the database. */
export interface Fleet extends FleetActionsContext {
  router: Router;
  /** Of those who sign what they send instead of having credentials. */
  webhooks: Router;
  stop(): Promise<void>;
}

/** Opens the store, starts polling and assembles the API. Throws when the database is away. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { fleet, inventory, connections, scheduler } = options;
  const signals = FleetSignals.create(options);
  const requests = PollRequests.create(options);
  const gitHosts = GitHosts.fromConfig(options.config);
  const bundles = new BaselineBundles({
    baselines: fleet.policy.baselines,
    hosts: gitHosts,
    engines: options.engines,
  });
  const claimRules = { ...fleet.claims, environments: fleet.environments };
  const promotionRules: PromotionRules = {
    ...fleet.promotion,
    pipelines: options.pipelines,
    environments: fleet.environments,
    repositories: fleet.git.repositories,
  };
  const store = await DatabaseFleetStore.create({
    database: await options.database.getClient(),
    ownership: fleet.ownership,
    environments: fleet.environments,
    links: fleet.links,
    gitHosts: gitHostsOf(options.config),
    drift: driftRules({
      environments: fleet.environments.map(({ name }) => name),
      severity: fleet.drift.severity,
      managers: fleet.drift.managers,
      detectors: options.driftDetectors,
      gitHosts,
    }),
    baselines: () => bundles.current(),
    claims: claimRules,
    promotion: promotionRules,
    staleAfterSeconds: (2 * fleet.polling.intervalMs) / 1000,
  });
  await store.keepOverridesOf(
    options.engines.flatMap(({ name, kinds }) =>
      kinds.flatMap(kind => (kind.overrides ? { ...kind, engine: name } : [])),
    ),
  );
  const polling = FleetPoller.create({
    ...options,
    store,
    proofKeys: proofKeysOf(fleet.ownership),
    gitManagers: gitManagers(fleet.drift.managers),
    environmentOf: environmentOf(fleet),
    polling: fleet.polling,
    onChange: () => signals.changed(),
    askOthers: cluster => requests.ask(cluster),
  });
  const entityViews = EntityViews.create({
    ...options,
    store,
    environments: fleet.environments.map(({ name }) => name),
  });
  const commands = ApplicationCommands.create({ ...options, store, polling });
  const sooner = SoonerReads.create({ ...options, polling });
  const tally = WebhookTally.create({ ...options, store });
  const webhooks = FluxWebhooks.create({
    ...options,
    secrets: fleet.webhooks.flux,
    store,
    sooner,
  });
  const promotionWork = createPromotionWork({
    ...options,
    hosts: gitHosts,
    store,
    promotion: fleet.promotion,
  });
  const clusterUpgrades = new ClusterUpgrades({
    store: store.upgrades,
    hosts: gitHosts,
    repositories: fleet.git.repositories,
    rules: claimRules,
    offered: fleet.claims.offers.versions.map(({ version }) => version),
    refresh: cluster => polling.refresh(cluster),
    logger: options.logger,
  });
  const tasks = scheduledTasks({
    ...options,
    store,
    signals,
    bundles,
    clusterUpgrades,
    commits: new CommitsReader({ store, hosts: gitHosts }),
    directory: CatalogEntityDirectory.create(options),
    follower: new PullRequestFollower({
      repositories: fleet.git.repositories,
      hosts: gitHosts,
      store: store.claims,
      logins: promotionWork.logins,
    }),
    overlays: new OverlayReader({
      rules: promotionRules,
      hosts: gitHosts,
      store: store.promotions,
      logins: promotionWork.logins,
      proofKeys: proofKeysOf(fleet.ownership),
    }),
    promotionWork,
  });
  for (const task of tasks) {
    await scheduler.scheduleTask(task);
  }
  const pullRequestsSoon = new SoonerTask(pullRequestsTask, options);
  await requests.serve(polling);
  const stopListening = inventory.onChange(() => {
    connections.closeRemoved();
    polling.inventoryChanged();
  });
  polling.start();
  inventory.refresh();

  return {
    store,
    entityViews,
    commands,
    catalog: options.catalog,
    permissions: options.permissions,
    webhooks: PromiseRouter().use(
      createFluxWebhook({ webhooks, tally }),
      createGithubWebhook(
        new GithubWebhooks({
          secrets: fleet.webhooks.github,
          store,
          ask: () => pullRequestsSoon.ask(),
        }),
      ),
    ),
    router: createRouter({
      ...options,
      store,
      polling,
      commands,
      clusterUpgrades,
      planner: promotionWork.planner,
      links: promotionWork.links,
      freezesPath: fleet.promotion.freezesPath,
      entityViews,
      adoptions: new AdoptionPlanner({
        hosts: gitHosts,
        repositories: fleet.git.repositories,
      }),
      objectDiffs: createObjectDiffs({
        gitManagers: gitManagers(fleet.drift.managers),
        argocd: fleet.argocd,
        connections,
        gitHosts,
      }),
      fluxWebhooks: webhooks,
      offers: {
        offers: fleet.claims.offers,
        environments: fleet.environments,
        repositories: fleet.git.repositories,
      },
      sourceProblems: async () => [
        ...inventory.current().problems,
        ...bundles.problems(),
        ...(await store.claims.problems()),
        ...(await store.promotions.problems()),
      ],
    }),
    async stop() {
      stopListening();
      sooner.stop();
      pullRequestsSoon.stop();
      await tally.flush();
      await polling.stop();
      signals.stop();
      connections.closeAll();
    },
  };
}
