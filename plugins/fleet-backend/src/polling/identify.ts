import { ApiError } from '../kubernetes/ApiError';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';

/** Which cluster answers, and how far it has counted. */
export interface ClusterIdentity {
  /** UID of the kube-system namespace; undefined where we may not read it. */
  uid?: string;
  /** When the cluster came to be: the age of the same namespace. */
  createdAt?: string;
  /** The API server's newest resourceVersion; undefined where we may not list namespaces. */
  resourceVersion?: string;
}

const kubeSystem = 'kube-system';
const namespaces = { group: '', version: 'v1', plural: 'namespaces' };

/**
 * One request that proves that the cluster answers, and that it is the one we know: a cluster that was rebuilt under its name has
 * another UID, one restored from a backup has counted less far.
 */
export async function identify(
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<ClusterIdentity> {
  try {
    const page = await client.list(
      namespaces,
      { limit: 1, fieldSelector: `metadata.name=${kubeSystem}` },
      { signal },
    );
    return {
      uid: page.items[0]?.metadata.uid,
      createdAt: page.items[0]?.metadata.creationTimestamp,
      resourceVersion: page.resourceVersion,
    };
  } catch (error) {
    if (!(error instanceof ApiError) || error.outcome !== 'not-allowed') {
      throw error;
    }
    // Who may not list namespaces may still be reached; what else is allowed, the kinds will tell.
    return await client
      .get({ ...namespaces, name: kubeSystem }, { signal })
      .then(
        ({ metadata }) => ({
          uid: metadata.uid,
          createdAt: metadata.creationTimestamp,
        }),
        refused => {
          if (
            refused instanceof ApiError &&
            refused.outcome === 'not-allowed'
          ) {
            return {};
          }
          throw refused;
        },
      );
  }
}
