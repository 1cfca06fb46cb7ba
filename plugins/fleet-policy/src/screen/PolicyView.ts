import type { FleetScope } from '@fleetcommander/backstage-plugin-fleet-react';

/** What every view of the screen is given. */
export interface PolicyView {
  scope: FleetScope | undefined;
  onOpenPolicy(id: string): void;
  onOpenResult(id: string): void;
}
