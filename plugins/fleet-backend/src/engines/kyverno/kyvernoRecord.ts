import { controlsOf } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  KubernetesObject,
  PolicyRecord,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { contentHash } from '../policy/contentHash';
import { policyAnnotations } from '../policy/policyAnnotations';
import { recordOf, type Health } from '../recordOf';

const without = new Set([
  'failureAction',
  'failureActionOverrides',
  'validationFailureAction',
  'validationFailureActionOverrides',
  'validationActions',
  'emitWarning',
]);

/** Filled in by Kyverno's CRDs, not by every version of them. */
const defaults = {
  admission: true,
  allowExistingViolations: true,
  background: true,
  skipBackgroundRequests: true,
};

/** A policy of Kyverno, of any of its kinds. */
export function kyvernoRecord(
  object: KubernetesObject,
  context: ProjectionContext,
  health: Health,
  of: Pick<
    PolicyRecord,
    'policyType' | 'bindings' | 'rules' | 'verifiedImages'
  > & {
    controls?: readonly string[];
  },
): PolicyRecord {
  const { controls = [], ...rest } = of;
  const { name } = object.metadata;
  return {
    type: 'policy',
    ...recordOf('kyverno', object, context, health),
    ...policyAnnotations(object),
    ...rest,
    controls: [
      ...new Set([...controlsOf({ engine: 'kyverno', name }), ...controls]),
    ],
    contentHash: contentHash(object.spec, { without, defaults }),
  };
}
