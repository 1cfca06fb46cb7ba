import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type {
  KubernetesClient,
  ResourcePath,
} from '../kubernetes/KubernetesClient';

const pageSize = 500;
/** More than these are of no help to anybody who reads about them. */
const mostPages = 20;

/** The objects of a kind, page by page. */
export async function listAll(
  client: KubernetesClient,
  resource: ResourcePath,
): Promise<KubernetesObject[]> {
  const objects: KubernetesObject[] = [];
  let next: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await client.list(resource, {
      limit: pageSize,
      continue: next,
    });
    objects.push(...answer.items);
    next = answer.continue;
    if (!next) {
      break;
    }
  }
  return objects;
}
