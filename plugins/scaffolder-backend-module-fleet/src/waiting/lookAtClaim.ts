import type {
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Sight } from './Sight';

/** A claim has arrived when it is ready and none of its steps is under way. */
export async function lookAtClaim(
  client: FleetClient,
  id: string,
  caller: FleetRequestOptions,
): Promise<Sight> {
  const { claim } = await client.claims.get(id, caller);
  const { kind, name, state, step, stepState, summary, ready, total } = claim;
  const counts = total > 0 ? ` (${ready} of ${total} ready)` : '';
  const leaf = claim.failing
    ? `. ${claim.failing.kind} ${claim.failing.name}: ${
        claim.failing.message ?? claim.failing.summary
      }`
    : '';
  return {
    arrived: state === 'healthy' && stepState === 'done',
    state,
    line: `${kind} ${name}: ${step} ${stepState}${counts}: ${summary}${leaf}`,
  };
}
