import type { FieldManager } from './LiveFields';

/** Move traffic and replicas from one version to the next, which is how Git's change arrives. */
const progressiveDelivery = new Set(['flagger', 'rollouts-controller']);

/**
 * Whether a client that changes a field does what it is there for. An autoscaler scales through the subresource; so does
 * `kubectl scale`, behind which is a person.
 */
export function isPartOfDelivery(
  { name, subresource }: FieldManager,
  path: string,
): boolean {
  return (
    progressiveDelivery.has(name) ||
    (subresource === 'scale' &&
      path === '.spec.replicas' &&
      !name.startsWith('kubectl'))
  );
}
