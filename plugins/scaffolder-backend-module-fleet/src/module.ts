import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAdoptAction } from './actions/createAdoptAction';
import { createClaimCopyAction } from './actions/createClaimCopyAction';
import { createClaimDeleteAction } from './actions/createClaimDeleteAction';
import { createClaimUpdateAction } from './actions/createClaimUpdateAction';
import { createClaimValidateAction } from './actions/createClaimValidateAction';
import { createClusterUpgradeAction } from './actions/createClusterUpgradeAction';
import { createFreezeAction } from './actions/createFreezeAction';
import { createKustomizationAddAction } from './actions/createKustomizationAddAction';
import { createPolicyExceptionAction } from './actions/createPolicyExceptionAction';
import { createPromoteAction } from './actions/createPromoteAction';
import { createOverlayCreateAction } from './actions/createOverlayCreateAction';
import { createPullRequestAction } from './actions/createPullRequestAction';
import { createRollbackAction } from './actions/createRollbackAction';
import { createWaitForAction } from './actions/createWaitForAction';
import { createFleetClient } from './caller/createFleetClient';
import { ClaimSettings } from './claims/ClaimSettings';
import { FleetRepositories } from './repository/FleetRepositories';

/** Adds the actions to the scaffolder. @public */
export const scaffolderModuleFleet = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'fleet',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        permissions: coreServices.permissions,
      },
      async init({ actions, auth, config, discovery, permissions }) {
        const services = {
          auth,
          permissions,
          client: createFleetClient(discovery),
          repositories: FleetRepositories.fromConfig(config),
          settings: ClaimSettings.fromConfig(config),
          freezesPath:
            config.getOptionalString('fleet.promotion.freezes.path') ??
            'freezes.yaml',
          portalUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
        };
        actions.addActions(
          createClaimValidateAction(services),
          createClaimUpdateAction(services),
          createClaimCopyAction(services),
          createClaimDeleteAction(services),
          createKustomizationAddAction(services),
          createOverlayCreateAction(services),
          createPolicyExceptionAction(services),
          createPullRequestAction(services),
          createClusterUpgradeAction(services),
          createWaitForAction(services),
          createPromoteAction(services),
          createRollbackAction(services),
          createFreezeAction(services),
          createAdoptAction(services),
        );
      },
    });
  },
});
