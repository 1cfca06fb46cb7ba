import { createApiRef } from '@backstage/core-plugin-api';
import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';

/**
 * The client of the fleet backend, in the old and in the new frontend system.
 *
 * @public
 */
export const fleetApiRef = createApiRef<FleetClient>({
  id: 'plugin.fleet.api',
});
