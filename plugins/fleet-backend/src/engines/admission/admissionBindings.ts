import type {
  EngineKind,
  PolicyBindingFacts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf, textsOf, type Fields } from '../fields';
import { admissionMode } from '../policy/admissionMode';
import { namespacesWords, selectorWords } from '../policy/selectorWords';
import { recordOf } from '../recordOf';
import { isGenerated } from './admissionPolicies';

/** `ValidatingAdmissionPolicyBinding`: what a policy does with a breach, and where. */
export const validatingAdmissionPolicyBinding: EngineKind = admissionBinding(
  'ValidatingAdmissionPolicy',
  spec => {
    const actions = textsOf(spec.validationActions);
    return {
      mode: admissionMode(actions),
      word: actions.join(', ') || 'no validationActions',
    };
  },
);

/** `MutatingAdmissionPolicyBinding`: where a policy changes what comes in. */
export const mutatingAdmissionPolicyBinding: EngineKind = admissionBinding(
  'MutatingAdmissionPolicy',
  () => ({ mode: 'enforce', word: 'mutate' }),
);

function admissionBinding(
  policyKind: string,
  does: (spec: Fields) => Pick<PolicyBindingFacts, 'mode' | 'word'>,
): EngineKind {
  return {
    group: 'admissionregistration.k8s.io',
    kind: `${policyKind}Binding`,
    plural: `${policyKind.toLowerCase()}bindings`,
    versions: ['v1', 'v1beta1', 'v1alpha1'],
    pace: 'relaxed',
    project(object, context) {
      const spec = fieldsOf(object.spec);
      const policyName = textOf(spec.policyName);
      if (!policyName || isGenerated(object)) {
        return [];
      }
      const { namespaceSelector, objectSelector } = fieldsOf(
        spec.matchResources,
      );
      const objects = selectorWords(objectSelector);
      const where = [
        namespacesWords({ selector: namespaceSelector }),
        objects && `objects ${objects}`,
      ].filter(Boolean);
      return [
        {
          type: 'policy-binding',
          ...recordOf('admission', object, context, {
            state: 'healthy',
            summary: `binds ${policyName}`,
          }),
          policyKind,
          policyName,
          bindings: [{ ...does(spec), where: where.join(', ') || undefined }],
        },
      ];
    },
  };
}
