import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { FleetClusters } from './FleetClusters';
import { FleetEntityProvider } from './FleetEntityProvider';
import { readProviderConfig } from './readProviderConfig';

/**
 * Keeps one Resource of type `kubernetes-cluster` a cluster in the catalog.
 *
 * @public
 */
export const catalogModuleFleet = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'fleet',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, processing, scheduler, ...services }) {
        const { defaultOwner, schedule } = readProviderConfig(config);
        processing.addEntityProvider(
          FleetEntityProvider.create({
            ...services,
            clusters: FleetClusters.create(services),
            defaultOwner,
            taskRunner: scheduler.createScheduledTaskRunner(schedule),
          }),
        );
      },
    });
  },
});
