import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';

/** `bookings 1.5.0 → production`, or `Roll back production of bookings to 1.4.1`. */
export function promotionTitle(promotion: Promotion): string {
  const { action, application, version, to } = promotion;
  return action === 'rollback'
    ? `Roll back ${to} of ${application}${version ? ` to ${version}` : ''}`
    : `${[application, version].filter(Boolean).join(' ')} → ${to}`;
}
