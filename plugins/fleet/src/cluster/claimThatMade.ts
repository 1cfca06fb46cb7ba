import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';

/** Of claims that name a cluster, the one that made it: the first that came to a hub, and what only Git has where none did. */
export function claimThatMade(
  cluster: string,
  claims: readonly Claim[],
): Claim | undefined {
  const naming = claims.filter(({ makesCluster }) => makesCluster === cluster);
  const [first] = naming
    .filter(({ createdAt }) => createdAt !== undefined)
    .sort((a, b) => Date.parse(a.createdAt!) - Date.parse(b.createdAt!));
  return first ?? naming[0];
}
