import type { EntityDirectory } from './EntityDirectory';
import type { OwnershipConfig } from './OwnershipConfig';
import { proveByMapping } from './proveByMapping';
import { proveByObject } from './proveByObject';
import type { ProvenLinks } from './ProvenLinks';

/**
 * Links a workload by itself: by its own proof, else by what the config maps. What it inherits from the application that owns it
 * is not among it.
 */
export function linkWorkload(
  workload: { proofs?: Readonly<Record<string, string>>; namespace?: string },
  directory: EntityDirectory,
  config: OwnershipConfig,
): ProvenLinks | undefined {
  return (
    proveByObject(workload.proofs, directory, config).links ??
    proveByMapping({ namespace: workload.namespace }, directory, config)
  );
}
