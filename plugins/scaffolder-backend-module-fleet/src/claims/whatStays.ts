import type {
  ClaimNode,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';

const mostNamed = 10;

/**
 * What of a claim's tree outlives it or stands in the way of deleting it: resources whose provider may not delete them, and usages that
 * protect others. In lines for who reviews it.
 *
 * Crossplane deletes under the policies `*` and `Delete` only: https://docs.crossplane.io/latest/managed-resources/managed-resources/#managementpolicies
 */
export async function whatStays(
  client: FleetClient,
  claimId: string,
  caller: FleetRequestOptions,
): Promise<string[]> {
  const nodes = await listTree(client, claimId, caller);
  const kept = nodes.filter(
    ({ managementPolicies: policies }) =>
      policies && !policies.includes('*') && !policies.includes('Delete'),
  );
  const usages = nodes.filter(
    ({ apiVersion, kind }) =>
      /^(?:Cluster)?Usage$/.test(kind) && apiVersion.includes('crossplane.io/'),
  );
  return [
    ...(kept.length > 0
      ? [
          `${
            kept.length
          } resources stay in the cloud, as their provider may not delete them: ${named(
            kept,
          )}`,
        ]
      : []),
    ...(usages.length > 0
      ? [
          `${
            usages.length
          } usages keep what they protect until nothing uses it: ${named(
            usages,
          )}`,
        ]
      : []),
  ];
}

function named(nodes: ClaimNode[]): string {
  const names = nodes
    .slice(0, mostNamed)
    .map(({ kind, name, externalName }) =>
      [kind, name, externalName && `(${externalName})`]
        .filter(Boolean)
        .join(' '),
    );
  return `${names.join(', ')}${nodes.length > mostNamed ? ' and more' : ''}`;
}

async function listTree(
  client: FleetClient,
  claimId: string,
  caller: FleetRequestOptions,
): Promise<ClaimNode[]> {
  const nodes: ClaimNode[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.claims.tree(
      claimId,
      { limit: 500, cursor },
      caller,
    );
    nodes.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return nodes;
}
