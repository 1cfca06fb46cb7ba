import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';

/** One overlay, and the clusters that run it. @public */
export interface PlacedOverlay {
  environment: string;
  region?: string;
  clusters: string[];
}

/** How an environment is chosen. */
export interface PlacedEnvironment {
  /** By name. */
  clusters: string[];
  /** Whether each region has an overlay of its own. */
  byRegion: boolean;
}

/** How an environment is chosen by a value. Undefined: it is not. */
export function placedIn(
  value: readonly PlacedOverlay[],
  environment: string,
): PlacedEnvironment | undefined {
  const overlays = value.filter(overlay => overlay.environment === environment);
  return overlays.length > 0
    ? {
        clusters: overlays.flatMap(({ clusters }) => clusters),
        byRegion: overlays.some(({ region }) => region !== undefined),
      }
    : undefined;
}

/** The overlays of one environment. Those of its regions follow from the clusters that are chosen. */
export function overlaysOf(
  environment: string,
  { clusters, byRegion }: PlacedEnvironment,
  known: readonly Pick<Cluster, 'name' | 'region'>[],
): PlacedOverlay[] {
  const regionOf = (name: string) =>
    known.find(cluster => cluster.name === name)?.region;
  const regions = [...new Set(clusters.map(regionOf))];
  return byRegion && regions.length > 0
    ? regions.map(region => ({
        environment,
        ...(region && { region }),
        clusters: clusters.filter(name => regionOf(name) === region),
      }))
    : [{ environment, clusters }];
}
