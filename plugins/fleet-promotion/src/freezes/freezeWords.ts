import type { Freeze } from '@fleetcommander/backstage-plugin-fleet-common';

/** What is frozen, in words: `production: bookings, pric*`. */
export function frozenWords({ environments, applications }: Freeze): string {
  const isAll = applications.length === 0 || applications.includes('*');
  return `${environments.join(', ') || 'every environment'}: ${
    isAll ? 'all applications' : applications.join(', ')
  }`;
}

/** A freeze in one line. */
export function freezeWords(freeze: Freeze): string {
  return `${freeze.title} (${frozenWords(freeze)}): ${freeze.reason}`;
}
