import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject, ResourceDefinition } from '../types';
import { isBuiltInGroup } from './builtInGroups';

/** Groups of built-in kinds whose objects count their generations. */
const countedGroups = new Set([
  'apps',
  'batch',
  'networking.k8s.io',
  'apiextensions.k8s.io',
]);

/** The object with the metadata that only the API server writes. */
export function withBookkeeping(
  definition: ResourceDefinition,
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  create: () => { uid: string; creationTimestamp: string },
): KubernetesObject {
  const {
    name,
    namespace,
    uid: _uid,
    generation: _generation,
    creationTimestamp,
    ...metadata
  } = after.metadata;
  const origin = before
    ? before.metadata
    : { ...create(), ...(creationTimestamp ? { creationTimestamp } : {}) };
  return {
    ...after,
    metadata: {
      name,
      ...(namespace ? { namespace } : {}),
      uid: origin.uid,
      ...generationOf(definition, before, after),
      creationTimestamp: origin.creationTimestamp,
      ...metadata,
    },
  };
}

function generationOf(
  definition: ResourceDefinition,
  before: KubernetesObject | undefined,
  after: KubernetesObject,
): { generation?: number } {
  const { group } = definition;
  if (isBuiltInGroup(group) && !countedGroups.has(group)) {
    return {};
  }
  const last = before?.metadata.generation ?? 0;
  const isDeletionBegun =
    after.metadata.deletionTimestamp !== before?.metadata.deletionTimestamp;
  const isChanged =
    !before ||
    isDeletionBegun ||
    !isDeepStrictEqual(desired(definition, before), desired(definition, after));
  return { generation: isChanged ? last + 1 : last };
}

/** What the object wants to be: all but metadata, and status where that is a subresource. */
function desired(
  definition: ResourceDefinition,
  object: KubernetesObject,
): object {
  const { apiVersion: _version, metadata: _metadata, status, ...rest } = object;
  const hasStatus = definition.subresources?.includes('status');
  return hasStatus ? rest : { ...rest, status };
}
