import type { Fields } from '../engines/fields';
import { SecretValue } from '../secrets/SecretValue';

/** Whether a value has fields of its own to compare. */
export function isMap(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof SecretValue)
  );
}
