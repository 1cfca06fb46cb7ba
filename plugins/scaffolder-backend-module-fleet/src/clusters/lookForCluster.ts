import type {
  ClusterDetail,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A cluster by its name. Undefined: there is none that the caller may see. */
export async function lookForCluster(
  client: FleetClient,
  name: string,
  caller: FleetRequestOptions,
): Promise<ClusterDetail | undefined> {
  try {
    return await client.getCluster(name, caller);
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
