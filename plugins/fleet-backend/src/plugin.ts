import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  fleetClusterSourcesExtensionPoint,
  fleetDriftDetectorsExtensionPoint,
  fleetEnginesExtensionPoint,
  fleetGatesExtensionPoint,
  fleetSignInExtensionPoint,
  type ClusterSource,
  type DriftDetector,
  type Engine,
  type Gate,
  type SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { registerFleetActions } from './actions/registerFleetActions';
import { readFleetConfig } from './clusters/config/readFleetConfig';
import { readPipelines } from './clusters/config/readPipelines';
import { createClusterInventory } from './clusters/createClusterInventory';
import { hubClusterSources } from './clusters/sources/hub/hubClusterSources';
import { builtInEngines } from './engines/builtInEngines';
import { selectOverrides } from './engines/selectOverrides';
import { DefaultClusterConnections } from './kubernetes/DefaultClusterConnections';
import { FleetPermissions } from './permissions/FleetPermissions';
import { registerFleetResources } from './permissions/registerFleetResources';
import { gatesByName } from './promotion/gates/builtInGates';
import { startFleet } from './startFleet';
import { Startup } from './Startup';
import { fluxWebhookPath } from './webhooks/flux/createFluxWebhook';
import { githubWebhookPath } from './webhooks/github/createGithubWebhook';

/**
 * Polls the clusters of the fleet, keeps their state and answers every screen from it.
 *
 * @public
 */
export const fleetPlugin = createBackendPlugin({
  pluginId: 'fleet',
  register(env) {
    const addedEngines: Engine[] = [];
    const addedSources: ClusterSource[] = [];
    const addedSignIns: SignIn[] = [];
    const driftDetectors: DriftDetector[] = [];
    const addedGates: Gate[] = [];

    env.registerExtensionPoint(fleetEnginesExtensionPoint, {
      addEngine: engine => addedEngines.push(engine),
    });
    env.registerExtensionPoint(fleetClusterSourcesExtensionPoint, {
      addClusterSource: source => addedSources.push(source),
    });
    env.registerExtensionPoint(fleetSignInExtensionPoint, {
      addSignIn: signIn => addedSignIns.push(signIn),
    });

    env.registerExtensionPoint(fleetDriftDetectorsExtensionPoint, {
      addDriftDetector: detector => driftDetectors.push(detector),
    });

    env.registerExtensionPoint(fleetGatesExtensionPoint, {
      addGate: gate => addedGates.push(gate),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { httpRouter, lifecycle, logger, permissionsRegistry } = services;
        const known = [...builtInEngines, ...addedEngines];
        const { fleet, problems } = readFleetConfig(services.config, {
          engines: known.map(({ name }) => name),
        });
        const { engines, problems: unknownKinds } = selectOverrides(
          known.filter(({ name }) => fleet.engines[name] ?? true),
          fleet.drift.overrides.kinds,
        );
        const gates = gatesByName(addedGates);
        const { pipelines, problems: brokenPipelines } = readPipelines(
          fleet,
          gates,
        );
        const { inventory, signIns } = createClusterInventory({
          ...services,
          fleet,
          problems: [...problems, ...unknownKinds, ...brokenPipelines],
          sources: addedSources,
          signIns: addedSignIns,
        });
        const connections = DefaultClusterConnections.create({
          inventory,
          signIns,
          timeoutMs: fleet.polling.timeoutMs,
        });
        inventory.askOnHubs(
          hubClusterSources(fleet, { inventory, connections }),
        );

        const startup = Startup.create({
          logger,
          start: () =>
            startFleet({
              ...services,
              fleet,
              engines,
              driftDetectors,
              pipelines,
              gates,
              inventory,
              connections,
              permissions: FleetPermissions.create(services),
            }),
        });
        registerFleetResources({
          permissionsRegistry,
          store: () => startup.get().store,
        });
        registerFleetActions({ ...services, context: () => startup.get() });
        for (const path of [fluxWebhookPath, githubWebhookPath]) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        httpRouter.use((request, response, next) =>
          startup.get().webhooks(request, response, next),
        );
        httpRouter.use((request, response, next) =>
          startup.get().router(request, response, next),
        );
        lifecycle.addShutdownHook(() => startup.stop());
        // Backstage remembers a client that could not be made, so that trying again is in vain: this ends the start, as with any plugin.
        await services.database.getClient();
        await startup.begin();
      },
    });
  },
});
