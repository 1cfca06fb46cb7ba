import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ConfigReader } from '@backstage/config';
import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitError,
  GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { AdoptionPlanner } from '../../adoption/AdoptionPlanner';
import { registerFleetActions } from '../../actions/registerFleetActions';
import { ClusterUpgrades } from '../../claims/upgrades/ClusterUpgrades';
import { claimRules } from '../../store/__fixtures__/claims';
import { ApplicationCommands } from '../../commands/ApplicationCommands';
import { ObjectServer } from '../../commands/__testUtils__/ObjectServer';
import { createObjectDiffs } from '../../diff/createObjectDiffs';
import { gitManagers } from '../../drift/override/gitManagers';
import { builtInEngines } from '../../engines/builtInEngines';
import { FleetPermissions } from '../../permissions/FleetPermissions';
import { registerFleetResources } from '../../permissions/registerFleetResources';
import { VersionLinks } from '../../promotion/plan/VersionLinks';
import type { PlanRequest } from '../../promotion/Planner';
import { createRouter } from '../createRouter';
import { EntityViews } from '../entities/EntityViews';
import type { DatabaseFleetStore } from '../../store/DatabaseFleetStore';
import type { ClusterLease } from '../../store/FleetPollStore';
import { createTestStore } from './createTestStore';
import { entities } from './entities';
import { definitions, fillStore } from './fillStore';
import { decide } from './policy';

/** The routes over a real store and a real API server for `stg-1`; the poller is the test's. */
export async function startRoutes() {
  const objects = await ObjectServer.start('stg-1');
  const polling = {
    refresh: jest.fn(async (_cluster: string) => {}),
    interest: jest.fn(),
  };
  const planner = {
    plan: jest.fn(async (_request: PlanRequest): Promise<PromotionPlan> => {
      throw new GitError('unreachable', 'git.example.org does not answer');
    }),
  };
  const actions = actionsRegistryServiceMock();
  const audited: string[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId }) => ({
      success: async () => {
        audited.push(`${eventId} succeeded`);
      },
      fail: async () => {
        audited.push(`${eventId} failed`);
      },
    }),
  });

  let filled: { store: DatabaseFleetStore; leases: ClusterLease[] } | undefined;

  const { server } = await startTestBackend({
    features: [
      catalogServiceMock.factory({ entities: entities }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/admin',
          ownershipEntityRefs: ['user:default/admin', 'group:default/pay'],
        }),
      }).factory,
      mockServices.permissions.mock({
        authorizeConditional: async (requests, how) =>
          requests.map(({ permission }) => {
            const { principal } = how!.credentials as {
              principal: { userEntityRef?: string };
            };
            return principal.userEntityRef
              ? decide(permission, principal.userEntityRef)
              : { result: AuthorizeResult.ALLOW };
          }),
      }).factory,
      createBackendPlugin({
        pluginId: 'fleet',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              catalog: catalogServiceRef,
              database: coreServices.database,
              discovery: coreServices.discovery,
              httpAuth: coreServices.httpAuth,
              httpRouter: coreServices.httpRouter,
              logger: coreServices.logger,
              permissions: coreServices.permissions,
              permissionsRegistry: coreServices.permissionsRegistry,
              userInfo: coreServices.userInfo,
            },
            async init(services) {
              const store = await createTestStore(services.database);
              filled = { store, leases: await fillStore(store) };
              registerFleetResources({ ...services, store: () => store });
              const shared = {
                ...services,
                store,
                polling,
                auditor,
                connections: objects.connections,
                engines: builtInEngines,
                permissions: FleetPermissions.create(services),
                environments: ['staging', 'production'],
              };
              const context = {
                ...shared,
                entityViews: EntityViews.create(shared),
                commands: ApplicationCommands.create(shared),
                clusterUpgrades: new ClusterUpgrades({
                  ...shared,
                  store: store.upgrades,
                  hosts: GitHosts.fromConfig(new ConfigReader({})),
                  repositories: [],
                  rules: claimRules,
                  offered: ['1.35', '1.36'],
                  refresh: polling.refresh,
                }),
                adoptions: new AdoptionPlanner({
                  hosts: GitHosts.fromConfig(new ConfigReader({})),
                  repositories: [],
                }),
                planner,
                links: new VersionLinks({
                  ...shared,
                  hosts: GitHosts.fromConfig(new ConfigReader({})),
                }),
                freezesPath: 'freezes.yaml',
                objectDiffs: createObjectDiffs({
                  gitManagers: gitManagers(),
                  argocd: [],
                  connections: objects.connections,
                  gitHosts: GitHosts.fromConfig(new ConfigReader({})),
                }),
              };
              registerFleetActions({
                actionsRegistry: actions,
                context: () => context,
              });
              services.httpRouter.use(
                createRouter({
                  ...context,
                  validateResponses: true,
                  inventory: {
                    get: name => definitions.find(item => item.name === name),
                  },
                  fluxWebhooks: {
                    isConfigured: name => name === 'stg-1',
                  },
                  offers: {
                    offers: {
                      versions: [{ version: '1.34' }, { version: '1.35' }],
                      providers: [],
                      regions: [],
                      instanceTypes: [{ name: 'm6i.large' }],
                      addons: [{ name: 'dns' }],
                    },
                    environments: [{ name: 'staging', directory: 'stg' }],
                    repositories: [],
                  },
                  sourceProblems: async () => [
                    { key: 'fleet.clusters', message: 'prod-2 has no url' },
                  ],
                }),
              );
            },
          });
        },
      }),
    ],
  });
  return { ...filled!, server, objects, polling, planner, actions, audited };
}
