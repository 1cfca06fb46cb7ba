import type { Freshness } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  useFleet,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What could have found a breach. */
export interface PoliciesRead {
  /** How many policies clusters have. */
  policies: number;
  /** Clusters of which nothing new is known. */
  stale: { name: string; freshness: Freshness }[];
}

/** Asks what policies there are where a scope looks, and where that is not known. */
export function usePoliciesRead(scope: FleetScope | undefined) {
  return useFleet(
    async (api, signal): Promise<PoliciesRead> => {
      const filter =
        scope?.key === 'cluster' ? [`cluster=${scope.value}`] : undefined;
      const [{ totalItems }, coverage] = await Promise.all([
        api.policies.list({ filter, limit: 1 }, { signal }),
        api.policies.coverage(
          { filter, limit: 1, columnLimit: 500 },
          { signal },
        ),
      ]);
      return {
        policies: totalItems,
        stale: coverage.columns
          .filter(({ freshness }) => freshness.stale)
          .map(({ cluster, freshness }) => ({ name: cluster, freshness })),
      };
    },
    [scope?.key, scope?.value],
  );
}
