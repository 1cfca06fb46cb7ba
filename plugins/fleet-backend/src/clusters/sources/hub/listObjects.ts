import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from '../../../kubernetes/ApiError';
import type {
  KubernetesClient,
  ListQuery,
} from '../../../kubernetes/KubernetesClient';

const pageSize = 500;
/** Of which a fleet has hardly more clusters. */
const mostObjects = 20_000;

/** All objects of a kind, in the version that the API server prefers. Throws an ApiError; where the group is not served as well. */
export async function listObjects(
  client: KubernetesClient,
  resource: { group: string; plural: string },
  query: Pick<ListQuery, 'labelSelector' | 'fieldSelector'>,
  { signal }: { signal: AbortSignal },
): Promise<KubernetesObject[]> {
  const version = await preferredVersion(client, resource.group, signal);
  const objects: KubernetesObject[] = [];
  let token: string | undefined;
  do {
    const page = await client.list(
      { ...resource, version },
      { ...query, limit: pageSize, continue: token },
      { signal },
    );
    objects.push(...page.items);
    token = page.continue;
  } while (token && objects.length < mostObjects);
  return objects;
}

async function preferredVersion(
  client: KubernetesClient,
  group: string,
  signal: AbortSignal,
): Promise<string> {
  if (!group) {
    return 'v1';
  }
  try {
    const { preferredVersion: preferred } = await client.getJson<{
      preferredVersion?: { version?: string };
    }>(`/apis/${encodeURIComponent(group)}`, { signal });
    if (preferred?.version) {
      return preferred.version;
    }
  } catch (error) {
    if (!(error instanceof ApiError) || error.outcome !== 'not-installed') {
      throw error;
    }
  }
  throw new ApiError({
    outcome: 'not-installed',
    message: `${group} is not installed there; install it, or turn this source off`,
  });
}
