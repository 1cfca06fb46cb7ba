import { ClusterPlan, KubernetesObject } from '../../types';
import { CelCheck } from './PolicyCheck';

/** What development tries out before other environments get it. */
export const trials: readonly CelCheck[] = [
  {
    name: 'restrict-automount-sa-token',
    title: 'Restrict Auto-Mount of Service Account Tokens',
    category: 'Security',
    severity: 'low',
    description:
      'A token of the API server lies in every pod that does not refuse it. Pods that never ask the API server refuse it.',
    message: 'spec.automountServiceAccountToken must be set to false.',
    expression:
      'has(object.spec.automountServiceAccountToken) && object.spec.automountServiceAccountToken == false',
    breach: pod =>
      pod.automountServiceAccountToken === false
        ? undefined
        : 'automountServiceAccountToken',
  },
];

/** The checks that a cluster with Kyverno makes in CEL. */
export function celChecks(plan: ClusterPlan): readonly CelCheck[] {
  return plan.environment === 'development' ? trials : [];
}

/** Kyverno's policies of the newer generation as Git describes them for one cluster. */
export function celPolicies(plan: ClusterPlan): KubernetesObject[] {
  return celChecks(plan).map(
    ({
      name,
      title,
      category,
      severity,
      description,
      message,
      expression,
    }) => ({
      apiVersion: 'policies.kyverno.io/v1',
      kind: 'ValidatingPolicy',
      metadata: {
        name,
        annotations: {
          'policies.kyverno.io/title': title,
          'policies.kyverno.io/category': category,
          'policies.kyverno.io/severity': severity,
          'policies.kyverno.io/description': description,
        },
      },
      spec: {
        validationActions: ['Audit'],
        evaluation: { background: { enabled: true } },
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: [''],
              apiVersions: ['v1'],
              operations: ['CREATE', 'UPDATE'],
              resources: ['pods'],
            },
          ],
        },
        validations: [{ expression, message }],
      },
    }),
  );
}
