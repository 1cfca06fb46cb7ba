import type { StageCluster } from '@fleetcommander/backstage-plugin-fleet-common';

/** Which of these clusters have not been heard of lately, in words. Undefined when all have. */
export function staleWords(
  clusters: readonly StageCluster[],
): string | undefined {
  const stale = clusters.filter(({ freshness }) => freshness.stale);
  return stale.length > 0
    ? stale
        .map(
          ({ cluster, freshness }) =>
            `${cluster}: ${
              freshness.reason ?? 'it has not been heard of lately'
            }`,
        )
        .join('; ')
    : undefined;
}
