import type { VerifiedImages } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, textsOf, type Fields } from '../fields';
import { constraintsMeetEveryPod } from './constraintsMeetEveryPod';
import { ruleMeetsEveryPod } from './ruleMeetsEveryPod';

/**
 * Images whose signature the rules of a ClusterPolicy demand of every Pod. One that only replaces tags, looks at attestations, is not
 * required or not enforced verifies none. {@link https://kyverno.io/docs/policy-types/cluster-policy/verify-images/overview/}
 */
export function verifiedByRules(spec: Fields): VerifiedImages[] | undefined {
  const { matchConditions } = fieldsOf(spec.webhookConfiguration);
  const overrides = itemsOf(spec.validationFailureActionOverrides).map(
    fieldsOf,
  );
  if (
    spec.admission === false ||
    itemsOf(matchConditions).length > 0 ||
    !overrides.every(({ action }) => isEnforced(action))
  ) {
    return undefined;
  }
  const verified = itemsOf(spec.rules)
    .map(fieldsOf)
    .filter(ruleMeetsEveryPod)
    .flatMap(rule => itemsOf(rule.verifyImages).map(fieldsOf))
    .filter(
      ({ attestors, key, required, failureAction }) =>
        (itemsOf(attestors).length > 0 || key) &&
        required !== false &&
        isEnforced(failureAction ?? spec.validationFailureAction),
    )
    .map(({ imageReferences, image, skipImageReferences }) => ({
      // `image` is what it was called until Kyverno 1.7.
      covers: [...textsOf(imageReferences), ...textsOf([image])],
      leaves: textsOf(skipImageReferences),
    }));
  return verified.length > 0 ? verified : undefined;
}

function isEnforced(action: unknown): boolean {
  return textOf(action)?.toLowerCase() === 'enforce';
}

/** The same of an ImageValidatingPolicy that is enforced. What one of its expressions says of an image, only Kyverno knows. */
export function verifiedByExpressions(
  spec: Fields,
): VerifiedImages[] | undefined {
  const verifies = itemsOf(spec.validations).some(validation =>
    textOf(fieldsOf(validation).expression)?.includes('verifyImageSignatures('),
  );
  const covers = itemsOf(spec.matchImageReferences).flatMap(
    reference => textOf(fieldsOf(reference).glob) ?? [],
  );
  return verifies && covers.length > 0 && constraintsMeetEveryPod(spec)
    ? [{ covers, leaves: [] }]
    : undefined;
}
