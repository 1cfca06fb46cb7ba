import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, numberOf, textOf } from '../../../engines/fields';
import { ApiError } from '../../../kubernetes/ApiError';
import type { KubernetesClient } from '../../../kubernetes/KubernetesClient';
import { UNSET_SIGN_IN } from '../../signIn/UnsetSignIn';
import { fromKubeconfig } from './fromKubeconfig';
import type { HubCluster } from './HubEntry';
import type { ReadHub } from './HubClusterSource';
import { listObjects } from './listObjects';
import { secretText } from './secretText';

/** Clusters of Cluster API, from when they have an endpoint on. Each has a Secret beside it that says how to sign in. */
export const clusterApiClusters: ReadHub = async (client, options) => {
  const objects = await listObjects(
    client,
    { group: 'cluster.x-k8s.io', plural: 'clusters' },
    {},
    options,
  );
  return objects.map(object => ({
    object: `Cluster ${object.metadata.namespace}/${object.metadata.name}`,
    define: ({ signal }) => toCluster(object, client, signal),
  }));
};

async function toCluster(
  { metadata, spec }: KubernetesObject,
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<HubCluster | undefined> {
  const { host, port } = fieldsOf(fieldsOf(spec).controlPlaneEndpoint);
  const { name, namespace } = metadata;
  if (!textOf(host)) {
    return undefined;
  }
  const cluster = {
    name,
    url: `https://${host}:${numberOf(port) ?? 443}`,
    labels: metadata.labels ?? {},
  };
  const secret = await client
    .get(
      {
        group: '',
        version: 'v1',
        plural: 'secrets',
        namespace,
        name: `${name}-kubeconfig`,
      },
      { signal },
    )
    .catch(refused);
  const text = secret && secretText(secret, 'value');
  return text
    ? { ...cluster, ...fromKubeconfig(text) }
    : {
        ...cluster,
        signIn: {
          provider: UNSET_SIGN_IN,
          parameters: {
            instead: `let the service read the Secret ${namespace}/${name}-kubeconfig on the hub`,
          },
        },
      };
}

/** Without the Secret the cluster is there all the same. */
function refused(error: unknown): undefined {
  if (
    error instanceof ApiError &&
    ['not-allowed', 'not-installed'].includes(error.outcome)
  ) {
    return undefined;
  }
  throw error;
}
