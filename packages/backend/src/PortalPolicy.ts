import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createFleetApplicationConditionalDecision,
  createFleetClusterConditionalDecision,
  fleetApplicationConditions,
  fleetClusterConditions,
} from '@fleetcommander/backstage-plugin-fleet-backend';
import {
  KUBERNETES_CLUSTER_TYPE,
  RESOURCE_TYPE_FLEET_APPLICATION,
  RESOURCE_TYPE_FLEET_CLUSTER,
} from '@fleetcommander/backstage-plugin-fleet-common';

const AUDITOR = 'user:default/pay-auditor';
const AUDITED_TEAM = 'group:default/pay';
const AUDITED_ENVIRONMENT = 'staging';

/**
 * Allows everything to everybody but one: the auditor of a team sees of the fleet only what that team runs in staging, and changes
 * nothing. An example of what a policy can narrow; to look with the auditor's eyes, start the portal with
 * FLEET_DEMO_USER=user:default/pay-auditor.
 */
export class PortalPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (user?.info.userEntityRef !== AUDITOR) {
      return { result: AuthorizeResult.ALLOW };
    }
    if ((permission.attributes.action ?? 'read') !== 'read') {
      return { result: AuthorizeResult.DENY };
    }
    const environments = [AUDITED_ENVIRONMENT];
    if (isResourcePermission(permission, RESOURCE_TYPE_FLEET_CLUSTER)) {
      return createFleetClusterConditionalDecision(
        permission,
        fleetClusterConditions.inEnvironment({ environments }),
      );
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_FLEET_APPLICATION)) {
      return createFleetApplicationConditionalDecision(permission, {
        allOf: [
          fleetApplicationConditions.inEnvironment({ environments }),
          fleetApplicationConditions.isEntityOwner({ claims: [AUDITED_TEAM] }),
        ],
      });
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          {
            not: catalogConditions.hasSpec({
              key: 'type',
              value: KUBERNETES_CLUSTER_TYPE,
            }),
          },
          catalogConditions.hasLabel({
            label: 'fleetcommander.io/environment',
            value: AUDITED_ENVIRONMENT,
          }),
        ],
      });
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
