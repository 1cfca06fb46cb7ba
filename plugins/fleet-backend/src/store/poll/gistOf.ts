import { createHash } from 'node:crypto';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';

/**
 * Equal for two records of which nobody has to be told the difference: engines note each time they looked or brought the same secret
 * again, and the history of an application only repeats what it went through.
 */
export function gistOf(record: FleetRecord): string {
  return digest(JSON.stringify(withoutLooks(record)));
}

function withoutLooks(record: FleetRecord): object {
  switch (record.type) {
    case 'application':
      return { ...record, lastReconciledAt: undefined, history: undefined };
    case 'secret-sync':
      return { ...record, syncedAt: undefined };
    default:
      return record;
  }
}

/** Short, and equal for equal text. */
export function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
