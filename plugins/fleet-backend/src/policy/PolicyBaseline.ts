import type { PolicyMode } from '@fleetcommander/backstage-plugin-fleet-common';

/** One of `fleet.policy.baselines`: what clusters must have. */
export interface PolicyBaseline {
  /** Of these environments; absent: all clusters. */
  environments?: readonly string[];
  /** By name. */
  policies: readonly string[];
  /** Ids of well-known controls, whichever engine has them. */
  controls: readonly string[];
  /** At least. */
  mode: Exclude<PolicyMode, 'off'>;
}
