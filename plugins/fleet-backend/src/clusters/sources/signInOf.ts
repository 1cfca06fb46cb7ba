import type { SignInConfig } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClusterEntry } from './clusterEntrySchema';

/** How app-config says to sign in; what the Kubernetes plugin calls metadata counts as well. */
export function signInOf(
  entry: Pick<
    ClusterEntry,
    | 'authProvider'
    | 'authMetadata'
    | 'serviceAccountToken'
    | 'serviceAccountTokenFile'
    | 'assumeRole'
    | 'externalId'
  >,
): SignInConfig {
  const metadata = entry.authMetadata ?? {};
  return {
    provider:
      metadata['kubernetes.io/auth-provider'] ??
      entry.authProvider ??
      'serviceAccount',
    parameters: {
      ...metadata,
      token: entry.serviceAccountToken ?? metadata.serviceAccountToken,
      tokenFile: entry.serviceAccountTokenFile,
      assumeRole: entry.assumeRole ?? metadata['kubernetes.io/aws-assume-role'],
      externalId: entry.externalId ?? metadata['kubernetes.io/aws-external-id'],
      clusterId: metadata['kubernetes.io/x-k8s-aws-id'],
    },
  };
}
