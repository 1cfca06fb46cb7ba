import {
  AuthorizeResult,
  isResourcePermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_FLEET_APPLICATION,
  RESOURCE_TYPE_FLEET_CLAIM,
  RESOURCE_TYPE_FLEET_CLUSTER,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  createFleetApplicationConditionalDecision,
  fleetApplicationConditions,
} from '../../permissions/applicationRules';
import {
  createFleetClaimConditionalDecision,
  fleetClaimConditions,
} from '../../permissions/claimRules';
import {
  createFleetClusterConditionalDecision,
  fleetClusterConditions,
} from '../../permissions/clusterRules';

/** May do everything. */
export const admin = 'user:default/admin';
/** Sees only what team pay runs on its own staging clusters, and may act on nothing. */
export const auditor = 'user:default/auditor';
/** As the auditor, and may reconcile, say what they think of drift, and order claims. */
export const operator = 'user:default/operator';
export const nobody = 'user:default/nobody';
/** Sees everything, and may promote what team pay runs, into staging. */
export const promoter = 'user:default/promoter';

/** Decides what a user may do. */
export function decide(
  permission: ResourcePermission,
  user: string,
): PolicyDecision {
  if (user === admin) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (user === promoter && permission.name.endsWith('.read')) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (
    user === promoter &&
    permission.name === 'fleet.application.promote' &&
    isResourcePermission(permission, RESOURCE_TYPE_FLEET_APPLICATION)
  ) {
    return createFleetApplicationConditionalDecision(permission, {
      allOf: [
        fleetApplicationConditions.isEntityOwner({
          claims: ['group:default/pay'],
        }),
        fleetApplicationConditions.inEnvironment({
          environments: ['staging'],
        }),
      ],
    });
  }
  const mayAct =
    user === operator &&
    [
      'fleet.application.reconcile',
      'fleet.drift.acknowledge',
      'fleet.claim.change',
    ].includes(permission.name);
  if (user === nobody || !(mayAct || permission.name.endsWith('.read'))) {
    return { result: AuthorizeResult.DENY };
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_FLEET_CLUSTER)) {
    return createFleetClusterConditionalDecision(permission, {
      allOf: [
        fleetClusterConditions.inEnvironment({ environments: ['staging'] }),
        fleetClusterConditions.hasLabel({ key: 'team', values: ['pay'] }),
      ],
    });
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_FLEET_APPLICATION)) {
    return createFleetApplicationConditionalDecision(
      permission,
      fleetApplicationConditions.isEntityOwner({
        claims: ['group:default/Pay'],
      }),
    );
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_FLEET_CLAIM)) {
    return createFleetClaimConditionalDecision(
      permission,
      fleetClaimConditions.isEntityOwner({ claims: ['group:default/Pay'] }),
    );
  }
  return { result: AuthorizeResult.DENY };
}
