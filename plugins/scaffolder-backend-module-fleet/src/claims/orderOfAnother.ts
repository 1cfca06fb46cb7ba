import type {
  FleetClient,
  FleetRequestOptions,
  PullRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';

/**
 * The open pull request by which somebody else orders the same claim: asked for again, it would become what the second one wants. Who
 * that is, a pull request only says of itself, which is enough to stop at.
 */
export async function orderOfAnother(
  client: FleetClient,
  order: { claimId?: string; requester?: string },
  caller: FleetRequestOptions,
): Promise<PullRequest | undefined> {
  if (!order.claimId) {
    return undefined;
  }
  try {
    const { claim } = await client.claims.get(order.claimId, caller);
    return claim.pullRequests.find(
      ({ change, requester }) =>
        change === 'create' && requester !== order.requester,
    );
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
