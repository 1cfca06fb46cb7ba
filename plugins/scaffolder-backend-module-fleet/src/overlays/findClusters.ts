import type {
  Cluster,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { InputError } from '@backstage/errors';
import { titleOf, type WantedOverlay } from './WantedOverlay';

/** The clusters of overlays by name, as the caller sees them. Throws InputError with everything that is wrong with the choice of them. */
export async function findClusters(
  client: FleetClient,
  wanted: readonly WantedOverlay[],
  caller: FleetRequestOptions,
): Promise<ReadonlyMap<string, Cluster>> {
  const clusters = new Map<string, Cluster>();
  const problems: string[] = [];
  for (const overlay of wanted) {
    for (const name of overlay.clusters) {
      const cluster = await lookFor(client, name, caller);
      if (cluster) {
        clusters.set(name, cluster);
      }
      problems.push(...problemsOf(name, cluster, overlay));
    }
  }
  if (problems.length > 0) {
    throw new InputError(problems.join('\n'));
  }
  return clusters;
}

async function lookFor(
  client: FleetClient,
  name: string,
  caller: FleetRequestOptions,
): Promise<Cluster | undefined> {
  try {
    return (await client.getCluster(name, caller)).cluster;
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

function problemsOf(
  name: string,
  cluster: Cluster | undefined,
  overlay: WantedOverlay,
): string[] {
  if (!cluster) {
    return [`overlays: there is no cluster ${name} that you may see`];
  }
  const { environment, region } = cluster;
  const isElsewhere =
    environment !== overlay.environment ||
    (overlay.region !== undefined && region !== overlay.region);
  return isElsewhere
    ? [
        `overlays: ${name} is one of ${[environment ?? 'no environment', region]
          .filter(Boolean)
          .join(', ')}, and not of ${titleOf(overlay)}`,
      ]
    : [];
}
