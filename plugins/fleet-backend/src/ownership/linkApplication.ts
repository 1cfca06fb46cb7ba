import type { EntityDirectory } from './EntityDirectory';
import type { OwnershipConfig } from './OwnershipConfig';
import { proveByMapping } from './proveByMapping';
import { proveByObject } from './proveByObject';
import type { ProvenLinks, Verdict } from './ProvenLinks';

/** What links of an application are told by. */
export interface LinkableApplication {
  proofs?: Readonly<Record<string, string>>;
  namespace?: string;
  targetNamespace?: string;
  project?: string;
  /** What the workloads that it owns are proven to belong to by themselves. */
  workloads: readonly Pick<ProvenLinks, 'entityRefs' | 'ownerRefs'>[];
}

/**
 * Links an application: by its own proof; where it has none, by the workloads it owns, which may belong to several entities; else
 * by what the config maps. A proof of its own that fails is not made good by its workloads.
 */
export function linkApplication(
  application: LinkableApplication,
  directory: EntityDirectory,
  config: OwnershipConfig,
): Verdict {
  const own = proveByObject(application.proofs, directory, config);
  if (own.links) {
    return own;
  }
  if (!own.reason && application.workloads.length > 0) {
    return { links: sumOf(application.workloads) };
  }
  const { project, namespace, targetNamespace } = application;
  const links = proveByMapping(
    { project, namespace: targetNamespace ?? namespace },
    directory,
    config,
  );
  return links ? { links } : own;
}

function sumOf(workloads: LinkableApplication['workloads']): ProvenLinks {
  return {
    entityRefs: distinct(workloads.flatMap(({ entityRefs }) => entityRefs)),
    ownerRefs: distinct(workloads.flatMap(({ ownerRefs }) => ownerRefs)),
    basis: 'workloads',
    proof: 'the workloads it owns',
  };
}

function distinct(refs: string[]): string[] {
  return [...new Set(refs)].sort();
}
