import { ClusterPlan, KubernetesObject } from '../../types';

const annotations = {
  'policies.kyverno.io/title': 'Limit Replicas',
  'policies.kyverno.io/category': 'Capacity',
  'policies.kyverno.io/severity': 'medium',
  'policies.kyverno.io/description':
    'Nobody orders more than fifty replicas by mistake.',
};

/** What the API server of production checks by itself. */
export function admissionManifests(plan: ClusterPlan): KubernetesObject[] {
  if (plan.environment !== 'production') {
    return [];
  }
  const apiVersion = 'admissionregistration.k8s.io/v1';
  return [
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: 'limit-replicas', annotations },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: ['apps'],
              apiVersions: ['v1'],
              operations: ['CREATE', 'UPDATE'],
              resources: ['deployments', 'statefulsets'],
            },
          ],
        },
        validations: [
          {
            expression: 'object.spec.replicas <= 50',
            message: 'At most 50 replicas.',
          },
        ],
      },
    },
    {
      apiVersion,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: 'limit-replicas' },
      spec: { policyName: 'limit-replicas', validationActions: ['Deny'] },
    },
  ];
}
