import type {
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** The name of the hub of the fleet, where it has one alone that the caller sees. */
export async function findHub(
  client: FleetClient,
  caller: FleetRequestOptions,
): Promise<string | undefined> {
  const { items } = await client.listClusters(
    { filter: ['hub=true'], limit: 2 },
    caller,
  );
  return items.length === 1 ? items[0].name : undefined;
}
