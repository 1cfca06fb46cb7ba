import type {
  PolicyMode,
  PolicyType,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  PolicyBindingFacts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, textsOf, type Fields } from '../fields';
import { admissionMode } from '../policy/admissionMode';
import { policyHealth } from '../policy/policyHealth';
import { kyvernoRecord } from './kyvernoRecord';
import { verifiedByExpressions } from './verifiedImages';

const longestMessage = 500;

const types: Readonly<Record<string, PolicyType>> = {
  ValidatingPolicy: 'validate',
  ImageValidatingPolicy: 'verify-images',
  MutatingPolicy: 'mutate',
  GeneratingPolicy: 'generate',
  DeletingPolicy: 'cleanup',
};

/** What those do that check nothing. */
const words: Readonly<Record<string, string>> = {
  mutate: 'mutate',
  generate: 'generate',
  cleanup: 'delete',
};

/**
 * Kyverno's policies in CEL, of a cluster and of a namespace. Without `validationActions` they deny.
 * {@link https://kyverno.io/docs/policy-types/validating-policy/}
 */
export const celPolicies: readonly EngineKind[] = Object.entries(types).flatMap(
  ([kind, type]) => [
    celPolicy(kind, type),
    celPolicy(`Namespaced${kind}`, type),
  ],
);

function celPolicy(kind: string, policyType: PolicyType): EngineKind {
  return {
    group: 'policies.kyverno.io',
    kind,
    plural: `${kind.toLowerCase().slice(0, -1)}ies`,
    versions: ['v1', 'v1beta1', 'v1alpha1'],
    pace: 'relaxed',
    project(object, context) {
      const spec = fieldsOf(object.spec);
      const { conditionStatus } = fieldsOf(object.status);
      const checks =
        policyType === 'validate' || policyType === 'verify-images';
      const bindings: PolicyBindingFacts[] = checks
        ? checkBindings(spec)
        : [{ mode: 'enforce', word: words[policyType] }];
      return [
        kyvernoRecord(object, context, policyHealth(object, conditionStatus), {
          policyType,
          verifiedImages: bindings.every(({ mode }) => mode === 'enforce')
            ? verifiedByExpressions(spec)
            : undefined,
          bindings,
          rules: itemsOf(spec.validations)
            .map(fieldsOf)
            .map(({ message }, index) => ({
              name: `validation ${index + 1}`,
              message: textOf(message)?.slice(0, longestMessage),
            })),
        }),
      ];
    },
  };
}

function checkBindings(spec: Fields): PolicyBindingFacts[] {
  const actions = textsOf(spec.validationActions);
  const word = actions.join(', ') || 'Deny';
  const mode: PolicyMode = admissionMode(actions.length ? actions : ['Deny']);
  const { admission } = fieldsOf(spec.evaluation);
  return fieldsOf(admission).enabled === false
    ? [{ mode: 'audit', word: `${word}, admission off` }]
    : [{ mode, word }];
}
