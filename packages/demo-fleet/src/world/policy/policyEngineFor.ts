import { ClusterPlan } from '../../types';
import { placementOf } from '../plans';

/** Two teams chose: Europe took Gatekeeper, the others Kyverno. */
export function policyEngineFor(plan: ClusterPlan): 'kyverno' | 'gatekeeper' {
  return !plan.hub && placementOf(plan) === 'eu' ? 'gatekeeper' : 'kyverno';
}
