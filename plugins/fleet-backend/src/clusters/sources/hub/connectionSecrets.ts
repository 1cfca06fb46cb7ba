import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { controllerOf } from '../../../engines/claims/objectReference';
import type { ClusterKindConfig } from '../../config/FleetConfig';
import { fromKubeconfig } from './fromKubeconfig';
import type { ReadHub } from './HubClusterSource';
import { listObjects } from './listObjects';
import { secretText } from './secretText';

/**
 * Crossplane's connection Secrets of claims that make clusters. What a claim composes has Secrets too, with the same kubeconfig: only
 * that of the claim has the name which the cluster was ordered by.
 */
export function connectionSecrets(
  clusterKinds: readonly Pick<ClusterKindConfig, 'group' | 'kind'>[],
): ReadHub {
  return async (client, options) => {
    const secrets = await listObjects(
      client,
      { group: '', plural: 'secrets' },
      { fieldSelector: 'type=connection.crossplane.io/v1alpha1' },
      options,
    );
    return secrets.flatMap(secret => {
      const name = claimOf(secret, clusterKinds);
      return name === undefined
        ? []
        : {
            object: `Secret ${secret.metadata.namespace}/${secret.metadata.name}`,
            define: () => {
              const text = secretText(secret, 'kubeconfig');
              // Written once the cluster is there.
              return text
                ? { name, labels: {}, ...fromKubeconfig(text) }
                : undefined;
            },
          };
    });
  };
}

function claimOf(
  { metadata }: KubernetesObject,
  clusterKinds: readonly Pick<ClusterKindConfig, 'group' | 'kind'>[],
): string | undefined {
  const owner = controllerOf(metadata.ownerReferences);
  const makesClusters = clusterKinds.some(
    ({ group, kind }) =>
      owner?.kind === kind && owner.apiVersion.startsWith(`${group}/`),
  );
  return makesClusters ? owner?.name : undefined;
}
