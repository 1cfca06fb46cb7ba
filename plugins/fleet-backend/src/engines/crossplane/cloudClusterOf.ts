import type {
  ClaimNodeRecord,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf, type Fields } from '../fields';

/** Managed resources that are control planes: by the first part of their group, and where providers tell the version that runs. */
const cloudClusters: Readonly<
  Record<
    string,
    { kind: string; versionOf: (observed: Fields) => unknown } | undefined
  >
> = {
  eks: { kind: 'Cluster', versionOf: observed => observed.version },
  container: { kind: 'Cluster', versionOf: observed => observed.masterVersion },
  containerservice: {
    kind: 'KubernetesCluster',
    versionOf: observed =>
      observed.currentKubernetesVersion ?? observed.kubernetesVersion,
  },
};

/** What a managed resource says as a cluster of a cloud, if it is one: EKS, GKE or AKS. */
export function cloudClusterOf(
  object: KubernetesObject,
): Pick<ClaimNodeRecord, 'clusterVersion' | 'controlPlane'> {
  const [service] = object.apiVersion.split('.', 1);
  const known = Object.hasOwn(cloudClusters, service)
    ? cloudClusters[service]
    : undefined;
  if (known?.kind !== object.kind) {
    return {};
  }
  const observed = fieldsOf(fieldsOf(object.status).atProvider);
  return {
    controlPlane: true,
    clusterVersion: textOf(known.versionOf(observed)),
  };
}
