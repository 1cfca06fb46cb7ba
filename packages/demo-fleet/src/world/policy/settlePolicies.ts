import { ClusterObjects, ClusterPlan, KubernetesObject } from '../../types';
import { refOf } from '../resources/refOf';
import { policyEngineFor } from './policyEngineFor';
import {
  clusterPolicyStatus,
  constraintTemplateStatus,
  validatingPolicyStatus,
} from './policyStatus';
import { audit, scan } from './writeVerdicts';

/** Lets the policy engine of a cluster take in its policies, and look at everything once. */
export function settlePolicies(
  cluster: ClusterObjects,
  plan: ClusterPlan,
  momentOf?: () => Date,
): void {
  const write = (object: KubernetesObject, status: object, manager: string) =>
    cluster.patch(
      refOf(object),
      { status },
      { manager, subresource: 'status' },
    );
  if (policyEngineFor(plan) === 'gatekeeper') {
    for (const template of cluster.list(
      'templates.gatekeeper.sh',
      'constrainttemplates',
    )) {
      write(template, constraintTemplateStatus(plan, template), 'gatekeeper');
    }
    audit(cluster);
    return;
  }
  for (const policy of cluster.list('kyverno.io', 'clusterpolicies')) {
    write(policy, clusterPolicyStatus(plan, policy), 'kyverno');
  }
  for (const policy of cluster.list(
    'policies.kyverno.io',
    'validatingpolicies',
  )) {
    write(policy, validatingPolicyStatus(policy), 'kyverno');
  }
  scan(cluster, plan, momentOf);
}
