import {
  policyModes,
  type PolicyMode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyBaseline } from './PolicyBaseline';

/** What the clusters of one environment must have of one policy or control. */
export interface Demand {
  /** Of the policy, or the id of the control. */
  name: string;
  /** Empty: clusters of which no environment is known. */
  environment: string;
  mode: PolicyMode;
  /** Who must, in plain words. */
  who: string;
}

/** What baselines demand of each environment, the strongest where several demand the same. */
export function demandsOf(
  baselines: readonly PolicyBaseline[],
  of: 'policies' | 'controls',
  environments: readonly string[],
): Demand[] {
  const demands = new Map<string, Demand>();
  for (const baseline of baselines) {
    const { mode } = baseline;
    for (const environment of baseline.environments ?? [...environments, '']) {
      for (const name of baseline[of]) {
        const key = `${environment}\n${name}`;
        const known = demands.get(key);
        if (!known || isStronger(mode, known.mode)) {
          const who = baseline.environments ? environment : 'every cluster';
          demands.set(key, { name, environment, mode, who });
        }
      }
    }
  }
  return [...demands.values()];
}

function isStronger(a: PolicyMode, b: PolicyMode): boolean {
  return policyModes.indexOf(a) < policyModes.indexOf(b);
}
