import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  RESOURCE_TYPE_FLEET_APPLICATION,
  RESOURCE_TYPE_FLEET_CLUSTER,
  fleetPermissions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, FleetQueryStore } from '../store/FleetQueryStore';
import {
  applicationRules,
  fleetApplicationResourceRef,
  type FleetApplicationResource,
} from './applicationRules';
import { clusterRules, fleetClusterResourceRef } from './clusterRules';

const everything: Access = { clusters: true, applications: true };

/** Tells the permission framework of clusters and applications, and how to load them when it applies conditions itself. */
export function registerFleetResources(options: {
  permissionsRegistry: PermissionsRegistryService;
  /** Throws while the store is not there. */
  store: () => FleetQueryStore;
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
}

function permissionsOf(resourceType: string) {
  return fleetPermissions.filter(
    permission => permission.resourceType === resourceType,
  );
}
