import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { EntityDirectory } from './EntityDirectory';
import type { OwnershipConfig } from './OwnershipConfig';
import { proveByMapping } from './proveByMapping';
import { proveByObject } from './proveByObject';
import type { ProvenLinks } from './ProvenLinks';

/** Records that are linked by themselves, besides applications. */
export const linkedTypes = [
  'workload',
  'namespace',
  'policy-exception',
  'claim-node',
  'secret-sync',
  'certificate',
] as const satisfies readonly FleetRecord['type'][];

/** Whether a record is one of these. */
export function isLinked({ type }: Pick<FleetRecord, 'type'>): boolean {
  return linkedTypes.some(linked => linked === type);
}

/**
 * Links a record by itself: by its own proof, else by what the config maps. What it inherits from the application that owns it
 * is not among it. A namespace proves nothing of what is in it; config does.
 */
export function linkRecord(
  record: Pick<FleetRecord, 'type' | 'namespace' | 'name'> & {
    proofs?: Readonly<Record<string, string>>;
  },
  directory: EntityDirectory,
  config: OwnershipConfig,
): ProvenLinks | undefined {
  const { type, namespace, name, proofs } = record;
  if (type === 'namespace') {
    return proveByMapping({ namespace: name }, directory, config);
  }
  return (
    proveByObject(proofs, directory, config).links ??
    proveByMapping({ namespace }, directory, config)
  );
}
