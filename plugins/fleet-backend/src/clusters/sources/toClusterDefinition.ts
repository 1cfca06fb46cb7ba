import { existsSync } from 'node:fs';
import { toError } from '@backstage/errors';
import type {
  ClusterDefinition,
  ClusterProblem,
  SignInConfig,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { caFromData, caFromFile } from '../certificateAuthority';
import { inClusterFiles } from '../signIn/inClusterFiles';
import type { ClusterEntry } from './clusterEntrySchema';
import { signInOf } from './signInOf';

/** Makes a definition of an entry of app-config. A bad authority is a problem of its own: the cluster then is not trusted. */
export async function toClusterDefinition(
  entry: ClusterEntry,
  source: string,
): Promise<{ cluster: ClusterDefinition; problems: ClusterProblem[] }> {
  const problems: ClusterProblem[] = [];
  const signIn = signInOf(entry);
  let ca: string | undefined;
  try {
    ca = await readAuthority(entry, signIn);
  } catch (error) {
    problems.push({
      key: `${source}.${entry.caData ? 'caData' : 'caFile'}`,
      message: toError(error).message,
    });
  }
  const dashboard = entry.dashboardUrl && {
    title: 'Dashboard',
    url: entry.dashboardUrl,
  };
  return {
    cluster: {
      name: entry.name,
      title: entry.title,
      url: entry.url,
      labels: entry.labels ?? {},
      hub: entry.hub,
      ownerRef: entry.owner,
      source,
      signIn,
      tls: {
        ca,
        serverName: entry.tlsServerName,
        skipVerify: entry.skipTLSVerify,
      },
      proxyUrl: entry.proxyUrl,
      links: [...(entry.links ?? []), ...(dashboard ? [dashboard] : [])],
    },
    problems,
  };
}

async function readAuthority(
  entry: ClusterEntry,
  { provider, parameters }: SignInConfig,
): Promise<string | undefined> {
  if (entry.caData) {
    return caFromData(entry.caData);
  }
  if (entry.caFile) {
    return caFromFile(entry.caFile);
  }
  // A pod that uses its own service account trusts what that came with.
  const inCluster =
    provider === 'serviceAccount' &&
    !parameters?.token &&
    !parameters?.tokenFile &&
    existsSync(inClusterFiles.ca);
  return inCluster ? caFromFile(inClusterFiles.ca) : undefined;
}
