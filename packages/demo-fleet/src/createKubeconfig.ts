import { stringify } from 'yaml';
import type { Role } from './apiserver/http/Access';
import type { DemoCluster } from './DemoCluster';

/** A kubeconfig with a context for each cluster, signed in with the token of a role. */
export function createKubeconfig(
  clusters: readonly DemoCluster[],
  role: Role,
  certificateAuthority: string | undefined,
): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': clusters[0]?.name,
    clusters: clusters.map(({ name, url, plan }) => ({
      name,
      cluster: {
        server: url,
        ...(certificateAuthority
          ? {
              'certificate-authority-data':
                Buffer.from(certificateAuthority).toString('base64'),
            }
          : {}),
        extensions: [
          {
            name: 'fleetcommander.io/labels',
            extension: {
              environment: plan.environment,
              region: plan.region,
              provider: plan.provider,
              ...(plan.hub ? { 'fleetcommander.io/hub': 'true' } : {}),
            },
          },
        ],
      },
    })),
    users: clusters.map(cluster => ({
      name: cluster.name,
      user: { token: cluster.token(role) },
    })),
    contexts: clusters.map(({ name }) => ({
      name,
      context: { cluster: name, user: name },
    })),
  });
}
