import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';

/** What a breach is of: the title of the policy; of a scanner's check, which has none on any cluster, its id and what it looks for. */
export function breachTitle({
  policy,
  rule,
}: Pick<PolicyResult, 'policy' | 'rule'>): string {
  return rule && policy.title === policy.name
    ? `${policy.title}: ${rule}`
    : policy.title;
}
