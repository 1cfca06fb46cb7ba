import type { GateVerdict } from '@fleetcommander/backstage-plugin-fleet-common';

/** Whether gates let a promotion in. */
export function areOpen(gates: readonly Pick<GateVerdict, 'state'>[]): boolean {
  return gates.every(({ state }) => state === 'passed' || state === 'skipped');
}
