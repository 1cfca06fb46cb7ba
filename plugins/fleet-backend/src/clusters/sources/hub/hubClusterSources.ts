import type { ClusterSource } from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetConfig } from '../../config/FleetConfig';
import { ArgocdClusterSource } from './ArgocdClusterSource';
import { argocdSecrets } from './argocdSecrets';
import { clusterApiClusters } from './clusterApiClusters';
import { clusterProfiles } from './clusterProfiles';
import { connectionSecrets } from './connectionSecrets';
import { HubClusterSource, type Hubs, type ReadHub } from './HubClusterSource';
import { managedClusters } from './managedClusters';

/** The sources of `fleet.clusters.hub` that are turned on. Those that need no Secret come first, and win. */
export function hubClusterSources(
  { clusters, argocd, claims }: FleetConfig,
  hubs: Hubs,
): ClusterSource[] {
  const { hub } = clusters;
  const { allowedHosts } = hub;
  const onHubs = (name: keyof typeof hub, read: ReadHub) =>
    new HubClusterSource({ key: `fleet.clusters.hub.${name}`, hubs, read });
  return [
    hub.clusterProfile &&
      onHubs(
        'clusterProfile',
        clusterProfiles(hub.clusterProfile, allowedHosts),
      ),
    hub.managedCluster &&
      onHubs(
        'managedCluster',
        managedClusters(hub.managedCluster, allowedHosts),
      ),
    hub.argocd &&
      new ArgocdClusterSource({
        config: hub.argocd,
        allowedHosts,
        instances: argocd,
      }),
    hub.clusterApi && onHubs('clusterApi', clusterApiClusters),
    hub.argocdSecrets && onHubs('argocdSecrets', argocdSecrets(allowedHosts)),
    hub.connectionSecrets &&
      onHubs('connectionSecrets', connectionSecrets(claims.clusterKinds)),
  ].filter(source => source !== undefined && source !== false);
}
