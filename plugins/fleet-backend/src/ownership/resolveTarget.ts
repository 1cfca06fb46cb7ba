import type { DeploymentTarget } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClusterDirectory } from './ClusterDirectory';

/** The cluster that an application deploys to, or why it cannot be told. */
export type ResolvedTarget = { cluster: string } | { unknown: string };

const inCluster =
  /^https:\/\/kubernetes\.default(\.svc(\.cluster\.local)?)?(:443)?\/?$/;

/** Tells which cluster of the fleet is meant. */
export function resolveTarget(
  target: DeploymentTarget,
  ownCluster: string,
  clusters: ClusterDirectory,
): ResolvedTarget {
  switch (target.type) {
    case 'own-cluster':
      return { cluster: ownCluster };
    case 'server':
      return inCluster.test(target.server)
        ? { cluster: ownCluster }
        : byServer(target.server, clusters);
    case 'name':
      if (clusters.has(target.name)) {
        return { cluster: target.name };
      }
      return target.name === 'in-cluster'
        ? { cluster: ownCluster }
        : { unknown: `No cluster of the fleet is called ${target.name}.` };
    case 'kubeconfig':
      return bySecret(target.secretName, clusters);
    default:
      return { unknown: target.message };
  }
}

function byServer(server: string, clusters: ClusterDirectory): ResolvedTarget {
  const [cluster, ...others] = clusters.namesAt(server);
  if (!cluster) {
    return { unknown: `No cluster of the fleet is at ${server}.` };
  }
  return others.length === 0
    ? { cluster }
    : {
        unknown: `Several clusters of the fleet are at ${server}: ${[
          cluster,
          ...others,
        ].join(', ')}.`,
      };
}

function bySecret(
  secretName: string,
  clusters: ClusterDirectory,
): ResolvedTarget {
  const cluster = [secretName.replace(/-kubeconfig$/, ''), secretName].find(
    name => clusters.has(name),
  );
  return cluster
    ? { cluster }
    : {
        unknown: `The Secret ${secretName} names no cluster of the fleet: call it <cluster>-kubeconfig.`,
      };
}
