import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { celPolicies } from './celPolicies';
import { clusterCleanupPolicy, cleanupPolicy } from './cleanupPolicies';
import { clusterPolicy, policy } from './clusterPolicy';
import { celPolicyException, policyException } from './policyExceptions';

/** Kyverno: policies of both generations, and what they let through. Their results are in policy reports. */
export const kyvernoEngine: Engine = {
  name: 'kyverno',
  title: 'Kyverno',
  projectionVersion: 2,
  kinds: [
    clusterPolicy,
    policy,
    ...celPolicies,
    clusterCleanupPolicy,
    cleanupPolicy,
    policyException,
    celPolicyException,
  ],
};
