import { ClusterPlan, KubernetesObject } from '../../types';
import { admissionManifests } from './admissionManifests';
import { celPolicies } from './celPolicies';
import { gatekeeperManifests } from './gatekeeperManifests';
import { kyvernoManifests } from './kyvernoManifests';
import { policyEngineFor } from './policyEngineFor';

/** The policies that Git describes for one cluster, in the words of the engine that it has; what it lets through is beside them. */
export function policyManifests(plan: ClusterPlan): KubernetesObject[] {
  return [
    ...(policyEngineFor(plan) === 'gatekeeper'
      ? gatekeeperManifests(plan)
      : [...kyvernoManifests(plan), ...celPolicies(plan)]),
    ...admissionManifests(plan),
  ];
}
