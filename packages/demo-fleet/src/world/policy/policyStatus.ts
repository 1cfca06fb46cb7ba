import { ClusterPlan, KubernetesObject } from '../../types';

/** Where an engine cannot make anything of a policy, and what it says of that. */
const unready: Record<string, Record<string, string>> = {
  'dev-ap-south-1': {
    'require-requests-limits':
      'failed to register webhook: Internal error occurred: failed calling webhook "validate-policy.kyverno.svc": context deadline exceeded',
  },
  'staging-eu-west-1': {
    k8sallowedrepos:
      '2 errors occurred: rego_compile_error: k8sallowedrepos.breach: undefined function',
  },
};

/** The status that Kyverno writes to a ClusterPolicy. */
export function clusterPolicyStatus(
  plan: ClusterPlan,
  { metadata }: KubernetesObject,
): object {
  const trouble = unready[plan.name]?.[metadata.name];
  return {
    autogen: {},
    conditions: [
      {
        type: 'Ready',
        status: trouble ? 'False' : 'True',
        reason: trouble ? 'Failed' : 'Succeeded',
        message: trouble ?? 'Ready',
        lastTransitionTime: metadata.creationTimestamp,
      },
    ],
    rulecount: { generate: 0, mutate: 0, validate: 1, verifyimages: 0 },
    validatingadmissionpolicy: { generated: false, message: '' },
  };
}

/** The status that Kyverno writes to a policy in CEL. */
export function validatingPolicyStatus({ metadata }: KubernetesObject): object {
  const condition = (type: string) => ({
    type,
    status: 'True',
    reason: 'Succeeded',
    message: '',
    lastTransitionTime: metadata.creationTimestamp,
  });
  return {
    conditionStatus: {
      ready: true,
      message: '',
      conditions: ['WebhookConfigured', 'PolicyCached'].map(condition),
    },
    generated: false,
  };
}

/** The status that Gatekeeper's pods write to a ConstraintTemplate. */
export function constraintTemplateStatus(
  plan: ClusterPlan,
  { metadata }: KubernetesObject,
): object {
  const trouble = unready[plan.name]?.[metadata.name];
  return {
    byPod: ['gatekeeper-audit-0', 'gatekeeper-controller-manager-0'].map(
      id => ({
        id,
        observedGeneration: metadata.generation,
        operations: id.includes('audit') ? ['audit', 'status'] : ['webhook'],
        templateUID: metadata.uid,
        ...(trouble && {
          errors: [{ code: 'ingest_error', message: trouble }],
        }),
      }),
    ),
    created: !trouble,
  };
}
