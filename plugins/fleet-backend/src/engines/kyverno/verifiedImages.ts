import type { VerifiedImages } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, textsOf, type Fields } from '../fields';

/**
 * Images whose signature the rules of a ClusterPolicy demand. One that only replaces tags, looks at attestations or is not required
 * verifies none. {@link https://kyverno.io/docs/policy-types/cluster-policy/verify-images/overview/}
 */
export function verifiedByRules(
  rules: readonly Fields[],
): VerifiedImages[] | undefined {
  const verified = rules
    .flatMap(rule => itemsOf(rule.verifyImages).map(fieldsOf))
    .filter(
      ({ attestors, key, required }) =>
        (itemsOf(attestors).length > 0 || key) && required !== false,
    )
    .map(({ imageReferences, image, skipImageReferences }) => ({
      // `image` is what it was called until Kyverno 1.7.
      covers: [...textsOf(imageReferences), ...textsOf([image])],
      leaves: textsOf(skipImageReferences),
    }));
  return verified.length > 0 ? verified : undefined;
}

/** The same of an ImageValidatingPolicy. What one of its expressions says of an image, only Kyverno knows. */
export function verifiedByExpressions(
  spec: Fields,
): VerifiedImages[] | undefined {
  const verifies = itemsOf(spec.validations).some(validation =>
    textOf(fieldsOf(validation).expression)?.includes('verifyImageSignatures('),
  );
  const covers = itemsOf(spec.matchImageReferences).flatMap(
    reference => textOf(fieldsOf(reference).glob) ?? [],
  );
  return verifies && covers.length > 0 ? [{ covers, leaves: [] }] : undefined;
}
