import { ApiError } from '../kubernetes/ApiError';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';

/** The version of an API server, as v1.34.2; undefined where it will not tell, which stops nothing else. */
export async function readVersion(
  client: KubernetesClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const answer = await client.getJson<{ gitVersion?: string }>('/version', {
      signal,
    });
    return answer.gitVersion;
  } catch (error) {
    if (error instanceof ApiError && error.status !== undefined) {
      return undefined;
    }
    throw error;
  }
}
