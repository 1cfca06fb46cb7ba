import { policyEngineFor } from '../policy/policyEngineFor';
import {
  clusterPolicyStatus,
  constraintTemplateStatus,
  validatingPolicyStatus,
} from '../policy/policyStatus';
import { audit, scan } from '../policy/writeVerdicts';
import { recently, Site, writeStatus } from './Site';

/** What the policy engine of a cluster has made of its policies, and found. */
export function populatePolicies(site: Site): void {
  const { cluster, plan } = site;
  if (policyEngineFor(plan) === 'gatekeeper') {
    for (const template of cluster.list(
      'templates.gatekeeper.sh',
      'constrainttemplates',
    )) {
      const status = constraintTemplateStatus(plan, template);
      writeStatus(site, template, status, 'gatekeeper');
    }
    audit(cluster);
    return;
  }
  for (const policy of cluster.list('kyverno.io', 'clusterpolicies')) {
    const status = clusterPolicyStatus(plan, policy);
    writeStatus(site, policy, status, 'kyverno');
  }
  for (const policy of cluster.list(
    'policies.kyverno.io',
    'validatingpolicies',
  )) {
    writeStatus(site, policy, validatingPolicyStatus(policy), 'kyverno');
  }
  scan(cluster, plan, () => recently(site, 20 * 24));
}
