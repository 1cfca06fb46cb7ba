import { ClusterPlan } from '../../types';
import { placementOf } from '../plans';

/** Whether the Trivy operator runs on a cluster: America began with it, beyond development. */
export function isScanned(plan: ClusterPlan): boolean {
  return (
    !plan.hub &&
    plan.environment !== 'development' &&
    placementOf(plan) === 'us'
  );
}
