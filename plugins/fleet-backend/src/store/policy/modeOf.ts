import {
  policyModes,
  type PolicyMode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyBindingFacts } from '@fleetcommander/backstage-plugin-fleet-node';

/**
 * What a policy does on a cluster, in one word: the strongest that holds everywhere, as what is enforced in some namespaces and audited
 * in the rest is not enforced; else the strongest that holds anywhere; without a binding nothing.
 */
export function modeOf(bindings: readonly PolicyBindingFacts[]): PolicyMode {
  const everywhere = bindings.filter(({ where }) => !where);
  const counted = everywhere.length > 0 ? everywhere : bindings;
  return (
    policyModes.find(mode => counted.some(binding => binding.mode === mode)) ??
    'off'
  );
}
