import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, nameOf, textOf } from '../../../engines/fields';
import { caFromData, caFromFile } from '../../certificateAuthority';
import type { HubSignInConfig } from '../../config/FleetConfig';
import type { HubCluster } from './HubEntry';
import type { ReadHub } from './HubClusterSource';
import { hubSignIn } from './hubSignIn';
import { listObjects } from './listObjects';
import { secureUrl } from './secureUrl';

const key = 'fleet.clusters.hub.clusterProfile';

/**
 * ClusterProfiles of SIG Multicluster. How to reach a cluster is what its first access provider with a server says; `credentialProviders`
 * is what those were called before.
 */
export function clusterProfiles(
  config: HubSignInConfig,
  allowedHosts: readonly string[],
): ReadHub {
  return async (client, options) => {
    const objects = await listObjects(
      client,
      { group: 'multicluster.x-k8s.io', plural: 'clusterprofiles' },
      {},
      options,
    );
    return objects.map(object => ({
      object: `ClusterProfile ${object.metadata.namespace}/${object.metadata.name}`,
      define: () => toCluster(object, config, allowedHosts),
    }));
  };
}

async function toCluster(
  object: KubernetesObject,
  config: HubSignInConfig,
  allowedHosts: readonly string[],
): Promise<HubCluster | undefined> {
  const status = fieldsOf(object.status);
  const access = itemsOf(status.accessProviders ?? status.credentialProviders)
    .map(provider => fieldsOf(fieldsOf(provider).cluster))
    .find(cluster => textOf(cluster.server) !== undefined);
  if (!access) {
    return undefined;
  }
  const { spec, metadata } = object;
  const title = textOf(fieldsOf(spec).displayName);
  const ca = textOf(access['certificate-authority-data']);
  const signIn = hubSignIn(config, { key });
  return {
    name: metadata.name,
    title: title === metadata.name ? undefined : title,
    url: secureUrl(String(access.server), { signIn, allowedHosts }),
    labels: { ...propertiesOf(status.properties), ...metadata.labels },
    signIn,
    tls: {
      ca: ca
        ? caFromData(ca)
        : config.caFile && (await caFromFile(config.caFile)),
      serverName: textOf(access['tls-server-name']),
    },
    proxyUrl: textOf(access['proxy-url']),
  };
}

/** Properties such as a region go as labels do: environment, region and permission rules ask for them. */
function propertiesOf(value: unknown): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const property of itemsOf(value).map(fieldsOf)) {
    const name = nameOf(property.name);
    const text = nameOf(property.value);
    if (name && text) {
      labels[name] = text;
    }
  }
  return labels;
}
