import { fieldsOf } from '../engines/fields';
import { LAST_APPLIED } from './lastApplied';
import { isSecretName, isSecretText } from './looksSecret';
import { MASK } from './SecretValue';

/** Fields that say where a secret is and are none themselves: `passwordSecretRef`, `writeConnectionSecretToRef`, `secretName`. */
const reference = /(?:refs?|selector|name|namespace|arn)$/i;

/** What of a Secret within another object is secret whatever it is called. */
const secretFields = ['data', 'stringData'];

/**
 * `value` with a mask for every text in it that looks like a secret, by what it says or by the name of what it is in: a field
 * `adminPassword`, what lies below `credentials`, the `value` of an entry that is called `DB_PASSWORD`.
 */
export function maskFields(value: unknown, isSecret = false): unknown {
  if (typeof value === 'string') {
    return isSecret || isSecretText(value) ? MASK : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => maskFields(item, isSecret));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const { name, kind } = fieldsOf(value);
  const isNamedSo = typeof name === 'string' && isSecretName(name);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      kind === 'Secret' && secretFields.includes(key)
        ? masksFor(member)
        : maskFields(
            member,
            !reference.test(key) &&
              (isSecret ||
                isSecretName(key) ||
                (isNamedSo && key === 'value') ||
                key === LAST_APPLIED),
          ),
    ]),
  );
}

function masksFor(data: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.keys(fieldsOf(data)).map(key => [key, MASK]),
  );
}
