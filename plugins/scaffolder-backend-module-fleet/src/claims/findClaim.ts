import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  ClaimDetail,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Which claim is meant: by its id, or as the one that makes a cluster. */
export interface ClaimChoice {
  claim?: string;
  cluster?: string;
}

const mostClaims = 100;

/** The claim that is meant, as the caller may see it. */
export async function findClaim(
  client: FleetClient,
  { claim, cluster }: ClaimChoice,
  caller: FleetRequestOptions,
): Promise<ClaimDetail> {
  if (claim !== undefined && cluster !== undefined) {
    throw new InputError('Either claim or cluster is to be given, not both');
  }
  if (claim !== undefined) {
    return client.claims.get(claim, caller);
  }
  if (cluster === undefined) {
    throw new InputError(
      'claim or cluster has to be given: the id of a claim, or the name of the cluster that it makes',
    );
  }
  return client.claims.get(await idOf(client, cluster, caller), caller);
}

async function idOf(
  client: FleetClient,
  cluster: string,
  caller: FleetRequestOptions,
): Promise<string> {
  if (!/^[\w.:/@-]{1,253}$/.test(cluster)) {
    throw new InputError(
      `cluster: ${JSON.stringify(
        cluster.slice(0, 100),
      )} is no name of a cluster`,
    );
  }
  const found = await client.claims.list(
    { filter: [`makesCluster=${cluster}`], limit: mostClaims },
    caller,
  );
  // What is there is what is meant, whoever proposes another claim of the same cluster.
  const onHub = found.items.filter(({ createdAt }) => createdAt !== undefined);
  const items = onHub.length > 0 ? onHub : found.items;
  if (items.length > 1) {
    throw new ConflictError(
      `cluster: more than one claim makes ${cluster}: ${items
        .map(({ cluster: hub, namespace, name }) =>
          [hub, namespace, name].filter(Boolean).join('/'),
        )
        .join(', ')}. Name one of them by its id in claim`,
    );
  }
  if (items.length === 0) {
    throw new NotFoundError(
      `cluster: no claim makes ${cluster}: it was not made by claim, or you may not see its claim`,
    );
  }
  return items[0].id;
}
