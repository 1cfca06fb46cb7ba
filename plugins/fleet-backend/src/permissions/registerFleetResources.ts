import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  RESOURCE_TYPE_FLEET_APPLICATION,
  RESOURCE_TYPE_FLEET_CLAIM,
  RESOURCE_TYPE_FLEET_CLUSTER,
  fleetPermissions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access } from '../store/FleetQueryStore';
import type { FleetStore } from '../store/FleetStore';
import {
  applicationRules,
  fleetApplicationResourceRef,
  type FleetApplicationResource,
} from './applicationRules';
import {
  claimRules,
  fleetClaimResourceRef,
  type FleetClaimResource,
} from './claimRules';
import { clusterRules, fleetClusterResourceRef } from './clusterRules';

const everything: Access = { clusters: true, applications: true, claims: true };

/** Tells the permission framework of clusters, applications and claims, and how to load them when it applies conditions itself. */
export function registerFleetResources(options: {
  permissionsRegistry: PermissionsRegistryService;
  /** Throws while the store is not there. */
  store: () => Pick<FleetStore, 'getApplication' | 'getCluster' | 'claims'>;
}): void {
  const { permissionsRegistry, store } = options;

  async function loadApplication(
    id: string,
  ): Promise<FleetApplicationResource | undefined> {
    const detail = await store().getApplication(id, everything);
    if (!detail) {
      return undefined;
    }
    const { application } = detail;
    const cluster = await store().getCluster(
      application.targetCluster ?? application.cluster,
      everything,
    );
    return { application, clusterLabels: cluster?.labels ?? {} };
  }

  async function loadClaim(
    id: string,
  ): Promise<FleetClaimResource | undefined> {
    const claim = await store().claims.get(id, everything);
    if (!claim) {
      return undefined;
    }
    const hub = await store().getCluster(claim.cluster, everything);
    return { claim, clusterLabels: hub?.labels ?? {} };
  }

  permissionsRegistry.addResourceType({
    resourceRef: fleetClusterResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_FLEET_CLUSTER),
    rules: Object.values(clusterRules),
    getResources: names =>
      Promise.all(names.map(name => store().getCluster(name, everything))),
  });
  permissionsRegistry.addResourceType({
    resourceRef: fleetApplicationResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_FLEET_APPLICATION),
    rules: Object.values(applicationRules),
    getResources: ids => Promise.all(ids.map(loadApplication)),
  });
  permissionsRegistry.addResourceType({
    resourceRef: fleetClaimResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_FLEET_CLAIM),
    rules: Object.values(claimRules),
    getResources: ids => Promise.all(ids.map(loadClaim)),
  });
}

function permissionsOf(resourceType: string) {
  return fleetPermissions.filter(
    permission => permission.resourceType === resourceType,
  );
}
