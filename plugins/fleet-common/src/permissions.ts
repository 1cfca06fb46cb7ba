import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a cluster in permission policies. @public */
export const RESOURCE_TYPE_FLEET_CLUSTER = 'fleet-cluster';

/** Resource type of an application, and of what it owns. @public */
export const RESOURCE_TYPE_FLEET_APPLICATION = 'fleet-application';

/** Resource type of a claim, and of what is made for it. @public */
export const RESOURCE_TYPE_FLEET_CLAIM = 'fleet-claim';

/** See a cluster, its nodes, engines and doctor. @public */
export const fleetClusterReadPermission = createPermission({
  name: 'fleet.cluster.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_FLEET_CLUSTER,
});

/** Poll a cluster now. @public */
export const fleetClusterRefreshPermission = createPermission({
  name: 'fleet.cluster.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FLEET_CLUSTER,
});

/** See an application and its workloads. Its cluster has to be visible too. @public */
export const fleetApplicationReadPermission = createPermission({
  name: 'fleet.application.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_FLEET_APPLICATION,
});

/** Ask the engine to reconcile or refresh an application now. @public */
export const fleetApplicationReconcilePermission = createPermission({
  name: 'fleet.application.reconcile',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FLEET_APPLICATION,
});

/** Suspend and resume an application. @public */
export const fleetApplicationSuspendPermission = createPermission({
  name: 'fleet.application.suspend',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FLEET_APPLICATION,
});

/** Read one live object of an application as YAML, secrets masked. @public */
export const fleetObjectReadPermission = createPermission({
  name: 'fleet.object.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_FLEET_APPLICATION,
});

/** Acknowledge and mute drift of an application. @public */
export const fleetDriftAcknowledgePermission = createPermission({
  name: 'fleet.drift.acknowledge',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FLEET_APPLICATION,
});

/**
 * Promote an application into a stage, roll it back and bring a live value into Git, by pull request. What Git lets in is decided there.
 *
 * @public
 */
export const fleetApplicationPromotePermission = createPermission({
  name: 'fleet.application.promote',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FLEET_APPLICATION,
});

/** See a claim, its tree and its pull requests. Its hub has to be visible too. @public */
export const fleetClaimReadPermission = createPermission({
  name: 'fleet.claim.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_FLEET_CLAIM,
});

/**
 * Order a claim, change it or give it back, by pull request. What Git lets in is decided there.
 *
 * @public
 */
export const fleetClaimChangePermission = createPermission({
  name: 'fleet.claim.change',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FLEET_CLAIM,
});

/** Read one live object of a claim's tree as YAML, secrets masked. @public */
export const fleetClaimObjectReadPermission = createPermission({
  name: 'fleet.claim.object.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_FLEET_CLAIM,
});

/** Every permission of the suite. @public */
export const fleetPermissions = [
  fleetClusterReadPermission,
  fleetClusterRefreshPermission,
  fleetApplicationReadPermission,
  fleetApplicationReconcilePermission,
  fleetApplicationSuspendPermission,
  fleetObjectReadPermission,
  fleetDriftAcknowledgePermission,
  fleetApplicationPromotePermission,
  fleetClaimReadPermission,
  fleetClaimChangePermission,
  fleetClaimObjectReadPermission,
];
