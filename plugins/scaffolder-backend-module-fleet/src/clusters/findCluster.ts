import type {
  ClusterDetail,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A cluster with what is on it. Undefined while it is not in the fleet. */
export async function findCluster(
  client: FleetClient,
  name: string | undefined,
  caller: FleetRequestOptions,
): Promise<ClusterDetail | undefined> {
  if (name === undefined) {
    return undefined;
  }
  try {
    return await client.getCluster(name, caller);
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
