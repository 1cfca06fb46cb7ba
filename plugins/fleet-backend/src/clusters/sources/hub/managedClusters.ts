import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, nameOf, textOf } from '../../../engines/fields';
import { caFromData, caFromFile } from '../../certificateAuthority';
import type { HubConfig } from '../../config/FleetConfig';
import type { HubCluster } from './HubEntry';
import type { ReadHub } from './HubClusterSource';
import { hubSignIn } from './hubSignIn';
import { listObjects } from './listObjects';
import { secureUrl } from './secureUrl';

const key = 'fleet.clusters.hub.managedCluster';

type ManagedClusterConfig = NonNullable<HubConfig['managedCluster']>;

/** Claims of a cluster about itself that tell what labels usually do. */
const claims: Readonly<Record<string, string>> = {
  'platform.open-cluster-management.io': 'provider',
  'region.open-cluster-management.io': 'region',
};

/** ManagedClusters of Open Cluster Management, but for those that nobody accepted and the hub itself. */
export function managedClusters(
  config: ManagedClusterConfig,
  allowedHosts: readonly string[],
): ReadHub {
  return async (client, options) => {
    const objects = await listObjects(
      client,
      {
        group: 'cluster.open-cluster-management.io',
        plural: 'managedclusters',
      },
      {},
      options,
    );
    return objects.filter(isManaged).map(object => ({
      object: `ManagedCluster ${object.metadata.name}`,
      define: () => toCluster(object, config, allowedHosts),
    }));
  };
}

function isManaged({ metadata, spec }: KubernetesObject): boolean {
  const { hubAcceptsClient } = fieldsOf(spec);
  const isHub = fieldsOf(metadata.labels)['local-cluster'] === 'true';
  return hubAcceptsClient === true && !isHub;
}

async function toCluster(
  { metadata, spec, status }: KubernetesObject,
  config: ManagedClusterConfig,
  allowedHosts: readonly string[],
): Promise<HubCluster | undefined> {
  const { clusterProxyUrl, caFile } = config;
  const [client] = itemsOf(fieldsOf(spec).managedClusterClientConfigs)
    .map(fieldsOf)
    .filter(({ url }) => textOf(url) !== undefined);
  const url = clusterProxyUrl
    ? `${clusterProxyUrl.replace(/\/+$/, '')}/${encodeURIComponent(
        metadata.name,
      )}`
    : textOf(client?.url);
  if (!url) {
    return undefined;
  }
  const signIn = hubSignIn(config, { key });
  const bundle = clusterProxyUrl ? undefined : textOf(client?.caBundle);
  return {
    name: metadata.name,
    url: secureUrl(url, {
      signIn,
      // The proxy is of the config, whatever it passes requests on to.
      allowedHosts: clusterProxyUrl
        ? [new URL(clusterProxyUrl).hostname]
        : allowedHosts,
    }),
    labels: {
      ...claimsOf(fieldsOf(status).clusterClaims),
      ...metadata.labels,
    },
    signIn,
    tls: {
      ca: bundle ? caFromData(bundle) : caFile && (await caFromFile(caFile)),
    },
  };
}

function claimsOf(value: unknown): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const claim of itemsOf(value).map(fieldsOf)) {
    const name = nameOf(claim.name);
    const text = nameOf(claim.value);
    if (name && text && Object.hasOwn(claims, name)) {
      labels[claims[name]] = text.toLowerCase();
    }
  }
  return labels;
}
