import type { KubernetesObject, ResourceDefinition } from '../../types';
import { StatusError } from '../statusErrors';
import { fillDefaults } from './fillDefaults';
import { violationsOf } from './violationsOf';

/** The object as its kind's schema completes it. Throws what the API server answers where the schema forbids it. */
export function admit(
  { group, kind, schema }: ResourceDefinition,
  object: KubernetesObject,
  before?: KubernetesObject,
): KubernetesObject {
  // What is on its way out stays as it is.
  if (!schema || object.metadata.deletionTimestamp) {
    return object;
  }
  const complete = fillDefaults(schema, object) as KubernetesObject;
  const violations = violationsOf(schema, complete, before);
  if (violations.length === 0) {
    return complete;
  }
  const told = violations.map(({ field, problem }) => `${field}: ${problem}`);
  const { name } = object.metadata;
  throw new StatusError(
    422,
    'Invalid',
    `${kind}.${group} "${name}" is invalid: ${
      told.length === 1 ? told[0] : `[${told.join(', ')}]`
    }`,
    {
      subject: { group, plural: kind, name },
      causes: violations.map(({ field, problem }) => ({
        reason: 'FieldValueInvalid',
        message: problem,
        field,
      })),
    },
  );
}
