import type {
  EntityView,
  FleetClient,
  Freshness,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  useFleet,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What was compared with Git, and when last. */
export interface LookedAt {
  applications: number;
  clusters: number;
  oldest?: string;
  /** Clusters of which nothing new is known. */
  stale: { name: string; freshness: Freshness }[];
}

/** Asks what within a scope was looked at. */
export function useLookedAt(scope: FleetScope | undefined) {
  return useFleet(
    (api, signal) => lookedAt(api, scope, signal),
    [scope?.key, scope?.value],
  );
}

async function lookedAt(
  api: FleetClient,
  scope: FleetScope | undefined,
  signal: AbortSignal,
): Promise<LookedAt> {
  if (!scope) {
    const summary = await api.getSummary({}, { signal });
    return {
      applications: sum(summary.applications),
      clusters: sum(summary.clusters),
      oldest: summary.freshness.observedAt,
      stale: summary.oldest.map(({ cluster, freshness }) => ({
        name: cluster,
        freshness,
      })),
    };
  }
  if (scope.key === 'cluster') {
    const { cluster } = await api.getCluster(scope.value, { signal });
    return lookedAtClusters([cluster], sum(cluster.applications));
  }
  const view = await api.getEntity(
    scope.value,
    { sections: ['drift'] },
    { signal },
  );
  return lookedAtOf(view);
}

/** What of an entity was looked at. */
export function lookedAtOf({
  clusters,
  compared,
}: Pick<EntityView, 'clusters' | 'compared'>): LookedAt {
  return lookedAtClusters(clusters, compared);
}

function lookedAtClusters(
  clusters: readonly { name: string; freshness: Freshness }[],
  applications: number,
): LookedAt {
  return {
    applications,
    clusters: clusters.length,
    oldest: clusters
      .map(({ freshness }) => freshness.observedAt ?? '')
      .filter(Boolean)
      .sort()[0],
    stale: clusters.filter(({ freshness }) => freshness.stale),
  };
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
