import type {
  Claim,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Every claim of some environments that makes a cluster, as far as the caller sees them. */
export async function listClusterClaims(
  client: FleetClient,
  environments: readonly string[],
  caller: FleetRequestOptions,
): Promise<Claim[]> {
  const claims: Claim[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.claims.list(
      {
        filter: environments.map(environment => `environment=${environment}`),
        limit: 500,
        cursor,
      },
      caller,
    );
    claims.push(...page.items.filter(({ makesCluster }) => makesCluster));
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return claims;
}
