import type { State } from '@fleetcommander/backstage-plugin-fleet-common';

const statesByHealth = new Map<unknown, State>([
  ['Healthy', 'healthy'],
  ['Progressing', 'progressing'],
  ['Suspended', 'suspended'],
  ['Degraded', 'degraded'],
  ['Missing', 'failing'],
  ['Unknown', 'unknown'],
]);

/** Our word for a health status of Argo CD; `undefined` for one that it does not have. */
export function stateOfHealth(status: unknown): State | undefined {
  return statesByHealth.get(status);
}
