import { createHash } from 'node:crypto';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';

/**
 * Equal for two records of which nobody has to be told the difference: engines note each time they looked, and the history of an
 * application only repeats what it went through.
 */
export function gistOf(record: FleetRecord): string {
  return digest(
    JSON.stringify(
      record.type === 'application'
        ? { ...record, lastReconciledAt: undefined, history: undefined }
        : record,
    ),
  );
}

/** Short, and equal for equal text. */
export function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
