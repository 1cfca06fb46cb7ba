import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  DiscoveryService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { openApiDocument } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClusterDefinition,
  ClusterProblem,
  Engine,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ApplicationCommands } from '../commands/ApplicationCommands';
import type { ObjectDiffs } from '../diff/ObjectDiffs';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { ClusterPolling } from '../polling/ClusterPolling';
import type { ClusterUpgrades } from '../claims/upgrades/ClusterUpgrades';
import type { VersionLinks } from '../promotion/plan/VersionLinks';
import type { Planner } from '../promotion/Planner';
import type { FleetDriftStore } from '../store/FleetDriftStore';
import type { FleetPolicyStore } from '../store/FleetPolicyStore';
import type { FleetQueryStore } from '../store/FleetQueryStore';
import type { FleetStore } from '../store/FleetStore';
import type { FleetWebhookStore } from '../store/FleetWebhookStore';
import type { FluxWebhooks } from '../webhooks/flux/FluxWebhooks';
import type { AdoptionPlanner } from '../adoption/AdoptionPlanner';
import { addAdoptionRoutes } from './adoptions';
import { addApplicationActionRoutes } from './applicationActions';
import { addApplicationRoutes } from './applications';
import { addClaimEventRoutes } from './claimEvents';
import {
  addClaimOrderRoutes,
  type ClaimOrderRouteOptions,
} from './claimOrders';
import { addClaimRoutes } from './claims';
import { addClusterRoutes } from './clusters';
import { addClusterUpgradeRoutes } from './clusterUpgrades';
import { createCallerOf } from './createCallerOf';
import { databaseAway } from './databaseAway';
import { addDoctorRoutes } from './doctor/doctor';
import { addDriftRoutes } from './drifts';
import { addEntityRoutes } from './entities/entities';
import type { EntityViews } from './entities/EntityViews';
import { addMatrixRoutes } from './matrix';
import { addObjectDiffRoutes } from './objects/objectDiff';
import { addObjectRoutes } from './objects/objects';
import { addPlatformRoutes } from './platform';
import { addPolicyRoutes } from './policies';
import { addFreezeRoutes } from './promotions/freezes';
import { addPipelineRoutes } from './promotions/pipelines';
import { addPromotionPlanRoutes } from './promotions/promotionPlan';
import { addPromotionRoutes } from './promotions/promotions';
import { addSummaryRoutes } from './summary';
import { addTransitionRoutes } from './transitions';
import { translateMine } from './translateMine';
import { addUnownedRoutes } from './unowned';
import { addUpgradeReadinessRoutes } from './upgradeReadiness';

type OpenApiDocument = Parameters<typeof createValidatedOpenApiRouter>[0];

export interface RouterOptions {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  auditor: AuditorService;
  catalog: CatalogService;
  permissions: FleetPermissions;
  store: FleetQueryStore &
    FleetDriftStore &
    FleetPolicyStore &
    Pick<FleetStore, 'promotions' | 'claims' | 'platform' | 'upgrades'> &
    Pick<FleetWebhookStore, 'readWebhookCounts'>;
  polling: ClusterPolling;
  connections: ClusterConnections;
  commands: ApplicationCommands;
  clusterUpgrades: Pick<ClusterUpgrades, 'start' | 'stop'>;
  planner: Planner;
  links: Pick<VersionLinks, 'known'>;
  /** `fleet.promotion.freezes.path` */
  freezesPath: string;
  objectDiffs: ObjectDiffs;
  adoptions: Pick<AdoptionPlanner, 'plan' | 'whyNot'>;
  entityViews: EntityViews;
  engines: readonly Engine[];
  inventory: { get(name: string): ClusterDefinition | undefined };
  fluxWebhooks: Pick<FluxWebhooks, 'isConfigured'>;
  offers: ClaimOrderRouteOptions['offers'];
  discovery: Pick<DiscoveryService, 'getExternalBaseUrl'>;
  sourceProblems: () => Promise<ClusterProblem[]>;
  /** An answer that is not as documented becomes an error; costs time, so only where the answers themselves are tested. */
  validateResponses?: boolean;
}

/** The API of the fleet, requests validated against its OpenAPI document. */
export function createRouter(options: RouterOptions): Router {
  const router: Router = createValidatedOpenApiRouter(
    openApiDocument as OpenApiDocument,
    { validatorOptions: { validateResponses: options.validateResponses } },
  );
  const context = { ...options, callerOf: createCallerOf(options) };

  // Answers differ by caller. Express adds the ETag, a hash of the answer, and turns it into a 304.
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'private, no-cache');
    response.vary('Authorization');
    next();
  });
  router.use(translateMine(options));
  addAdoptionRoutes(router, context);
  addApplicationActionRoutes(router, context);
  addApplicationRoutes(router, context);
  addClaimEventRoutes(router, context);
  addClaimRoutes(router, context);
  addClusterUpgradeRoutes(router, context);
  addClaimOrderRoutes(router, context);
  addDoctorRoutes(router, context);
  addClusterRoutes(router, context);
  addDriftRoutes(router, context);
  addEntityRoutes(router, context);
  addMatrixRoutes(router, context);
  addObjectRoutes(router, context);
  addObjectDiffRoutes(router, context);
  addPlatformRoutes(router, context);
  addPolicyRoutes(router, context);
  addPipelineRoutes(router, context);
  addPromotionPlanRoutes(router, context);
  addPromotionRoutes(router, context);
  addFreezeRoutes(router, context);
  addTransitionRoutes(router, context);
  addSummaryRoutes(router, context);
  addUnownedRoutes(router, context);
  addUpgradeReadinessRoutes(router, context);
  router.use(databaseAway());
  return router;
}
