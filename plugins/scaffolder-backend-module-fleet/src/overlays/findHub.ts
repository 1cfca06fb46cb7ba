import type {
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { InputError } from '@backstage/errors';
import { lookForCluster } from '../clusters/lookForCluster';

/** The name of the hub that is meant: the one that is named, else that of the fleet, where it has one alone. The caller has to see it. */
export async function findHub(
  client: FleetClient,
  { named, caller }: { named?: string; caller: FleetRequestOptions },
): Promise<string | undefined> {
  if (named === undefined) {
    const { items } = await client.listClusters(
      { filter: ['hub=true'], limit: 2 },
      caller,
    );
    return items.length === 1 ? items[0].name : undefined;
  }
  const found = await lookForCluster(client, named, caller);
  if (!found) {
    throw new InputError(`hub: there is no cluster ${named} that you may see`);
  }
  return named;
}
