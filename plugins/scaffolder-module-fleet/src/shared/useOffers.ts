import { useFleet } from '@fleetcommander/backstage-plugin-fleet-react';

/** What the platform lets people choose from. */
export function useOffers() {
  return useFleet((api, signal) => api.claims.offers({ signal }), [], {
    once: true,
  });
}
