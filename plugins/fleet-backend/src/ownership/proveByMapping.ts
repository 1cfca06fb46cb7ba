import type { EntityDirectory } from './EntityDirectory';
import { isOwnerRef } from './isOwnerRef';
import type { OwnerMapping, OwnershipConfig } from './OwnershipConfig';
import type { ProvenLinks } from './ProvenLinks';

/** What the config says of an AppProject, else of a namespace. The first pattern that matches decides. */
export function proveByMapping(
  place: { project?: string; namespace?: string },
  directory: EntityDirectory,
  config: OwnershipConfig,
): ProvenLinks | undefined {
  const project = find(config.projects, place.project);
  if (project) {
    return linksOf(project, 'projects', directory);
  }
  const namespace = find(config.namespaces, place.namespace);
  return namespace && linksOf(namespace, 'namespaces', directory);
}

function find(
  mappings: readonly OwnerMapping[],
  value: string | undefined,
): OwnerMapping | undefined {
  return value === undefined
    ? undefined
    : mappings.find(({ pattern }) => matches(pattern, value));
}

function matches(pattern: string, value: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`).test(value);
}

function linksOf(
  { pattern, entityRef }: OwnerMapping,
  key: 'projects' | 'namespaces',
  directory: EntityDirectory,
): ProvenLinks {
  const isOwner = isOwnerRef(entityRef);
  return {
    entityRefs: isOwner ? [] : [entityRef],
    ownerRefs: isOwner
      ? [entityRef]
      : directory.byRef.get(entityRef)?.ownerRefs ?? [],
    basis: 'mapping',
    proof: `fleet.ownership.${key}.${pattern}`,
  };
}
