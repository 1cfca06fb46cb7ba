import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';

/** Who changed a field, as far as anybody can know; nothing where no client is at work. */
export function clientOf({ kind, manager }: Drift): string | undefined {
  return manager ?? (kind === 'override' ? 'a client unknown' : undefined);
}
