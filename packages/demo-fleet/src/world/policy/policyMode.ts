import { ClusterPlan } from '../../types';
import { laggard } from '../plans';
import { PolicyCheck } from './PolicyCheck';

/** What one cluster makes of one check; undefined where it has it not. */
export type PolicyMode = 'enforce' | 'warn' | 'audit' | undefined;

/** What was forgotten, or never finished. */
const lapses: Record<string, Record<string, PolicyMode>> = {
  [laggard]: { 'disallow-privileged-containers': 'audit' },
  'staging-ap-south-1': { 'restrict-image-registries': undefined },
  'staging-eu-west-1': { 'disallow-privileged-containers': 'warn' },
};

/** What breaks a workload's node is enforced beyond development, where images come from in production; the rest is reported. */
const enforcedIn: Record<string, readonly string[]> = {
  'disallow-privileged-containers': ['management', 'staging', 'production'],
  'disallow-host-path': ['management', 'staging', 'production'],
  'restrict-image-registries': ['production'],
};

export function policyMode(plan: ClusterPlan, check: PolicyCheck): PolicyMode {
  const lapse = lapses[plan.name];
  if (lapse && Object.hasOwn(lapse, check.name)) {
    return lapse[check.name];
  }
  return enforcedIn[check.name]?.includes(plan.environment)
    ? 'enforce'
    : 'audit';
}
