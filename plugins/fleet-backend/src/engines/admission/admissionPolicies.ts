import type { PolicyType } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { explain } from '../explain';
import { fieldsOf, itemsOf, textOf } from '../fields';
import { contentHash } from '../policy/contentHash';
import { policyAnnotations } from '../policy/policyAnnotations';
import { recordOf, type Health } from '../recordOf';

const longestMessage = 500;
const nothing: ReadonlySet<string> = new Set();
const defaults = {
  failurePolicy: 'Fail',
  matchPolicy: 'Equivalent',
  reinvocationPolicy: 'Never',
};

/** `ValidatingAdmissionPolicy`: checked by the API server itself, where a binding says so. */
export const validatingAdmissionPolicy: EngineKind = admissionPolicy(
  'ValidatingAdmissionPolicy',
  'validate',
);

/** `MutatingAdmissionPolicy`: the same, changing what comes in. */
export const mutatingAdmissionPolicy: EngineKind = admissionPolicy(
  'MutatingAdmissionPolicy',
  'mutate',
);

function admissionPolicy(kind: string, policyType: PolicyType): EngineKind {
  return {
    group: 'admissionregistration.k8s.io',
    kind,
    plural: `${kind.toLowerCase().slice(0, -1)}ies`,
    versions: ['v1', 'v1beta1', 'v1alpha1'],
    pace: 'relaxed',
    project(object, context) {
      if (isGenerated(object)) {
        return [];
      }
      const { validations } = fieldsOf(object.spec);
      return [
        {
          type: 'policy',
          ...recordOf('admission', object, context, healthOf(object)),
          ...policyAnnotations(object),
          policyType,
          bindings: [],
          rules: itemsOf(validations)
            .map(fieldsOf)
            .map(({ message }, index) => ({
              name: `validation ${index + 1}`,
              message: textOf(message)?.slice(0, longestMessage),
            })),
          controls: [],
          contentHash: contentHash(object.spec, { without: nothing, defaults }),
        },
      ];
    },
  };
}

/** Kyverno and Gatekeeper hand policies of their own on to the API server so; those are read as what they are. */
export function isGenerated({ metadata }: KubernetesObject): boolean {
  return (
    itemsOf(metadata.ownerReferences)
      .map(fieldsOf)
      .some(({ apiVersion }) =>
        /kyverno\.io\/|gatekeeper\.sh\//.test(textOf(apiVersion) ?? ''),
      ) ||
    textOf(fieldsOf(metadata.labels)['app.kubernetes.io/managed-by']) ===
      'kyverno'
  );
}

function healthOf({ status }: KubernetesObject): Health {
  const warnings = itemsOf(
    fieldsOf(fieldsOf(status).typeChecking).expressionWarnings,
  ).map(fieldsOf);
  if (warnings.length === 0) {
    return { state: 'healthy', summary: 'applied' };
  }
  const message = warnings
    .map(({ fieldRef, warning }) =>
      [textOf(fieldRef), textOf(warning)].filter(Boolean).join(': '),
    )
    .join('\n');
  return {
    state: 'degraded',
    summary: explain(
      'an expression does not fit what it is held against',
      message,
    ),
    reason: 'TypeChecking',
    message,
  };
}
