import type { Gate } from '@fleetcommander/backstage-plugin-fleet-node';
import { approvals } from './approvals';
import { canary } from './canary';
import { checks } from './checks';
import { digest } from './digest';
import { drift } from './drift';
import { freeze } from './freeze';
import { healthy } from './healthy';
import { manual } from './manual';
import { owners } from './owners';
import { policy } from './policy';
import { signature } from './signature';
import { signedCommits } from './signedCommits';
import { smoke } from './smoke';
import { soak } from './soak';

/** Conditions that every pipeline can name. */
export const builtInGates: readonly Gate[] = [
  healthy,
  soak,
  checks,
  approvals,
  owners,
  signedCommits,
  digest,
  signature,
  policy,
  drift,
  smoke,
  canary,
  freeze,
  manual,
];

/** By name; of two of the same name the one that was added counts. */
export function gatesByName(added: readonly Gate[]): ReadonlyMap<string, Gate> {
  return new Map([...builtInGates, ...added].map(gate => [gate.name, gate]));
}
