import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';

const exceptionWords: Record<PolicyException['state'], string> = {
  expired: 'expired',
  expiring: 'expires soon',
  unused: 'lets nothing through',
  endless: 'never expires',
  active: 'holds',
};

/** A state as people read it, also one of a newer backend. */
export function exceptionWord(state: string): string {
  return (exceptionWords as Record<string, string>)[state] ?? state;
}
