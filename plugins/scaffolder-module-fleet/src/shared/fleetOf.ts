import type { ApiHolder } from '@backstage/core-plugin-api';
import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';

/** The client of the fleet, in a validation. */
export function fleetOf({ apiHolder }: { apiHolder: ApiHolder }): FleetClient {
  const fleet = apiHolder.get(fleetApiRef);
  if (!fleet) {
    throw new Error(
      'The app has no client of Fleet Commander: add the plugin @fleetcommander/backstage-plugin-fleet to it',
    );
  }
  return fleet;
}
