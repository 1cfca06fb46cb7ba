import type {
  Cluster,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { InputError } from '@backstage/errors';
import { lookForCluster } from '../clusters/lookForCluster';
import { destinationOf, type Destination } from './Destination';
import { titleOf, type WantedOverlay } from './WantedOverlay';

/** Where overlays go, by the name of the cluster, which the caller has to see. Throws InputError with everything that is wrong with the choice of them. */
export async function findDestinations(
  client: FleetClient,
  wanted: readonly WantedOverlay[],
  as: { caller: FleetRequestOptions; everybody: FleetRequestOptions },
): Promise<ReadonlyMap<string, Destination>> {
  const destinations = new Map<string, Destination>();
  const problems: string[] = [];
  for (const overlay of wanted) {
    for (const name of overlay.clusters) {
      const cluster = (await lookForCluster(client, name, as.caller))?.cluster;
      if (cluster) {
        destinations.set(
          name,
          await destinationOf(client, cluster, as.everybody),
        );
      }
      problems.push(...problemsOf(name, cluster, overlay));
    }
  }
  if (problems.length > 0) {
    throw new InputError(problems.join('\n'));
  }
  return destinations;
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
