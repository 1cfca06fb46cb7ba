import type { PolicySeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetPolicyStore } from '../store/FleetPolicyStore';
import type { PolicyNews } from '../store/policy/policyNews';
import type { NewsTopic } from './OwnerNotifications';

/** New breaches of policies in production that are at least as severe. */
export function policyTopic(
  store: FleetPolicyStore,
  severity: PolicySeverity,
): NewsTopic<PolicyNews> {
  return {
    topic: 'Policy',
    begun: 'Breaks a policy',
    ended: 'Breaks a policy no more',
    link: () => '/fleet/policy',
    read: () => store.readPolicyNews({ severity }),
    note: news => store.notePolicyNews(news),
  };
}
