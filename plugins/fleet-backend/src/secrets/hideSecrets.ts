import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, type Fields } from '../engines/fields';
import { LAST_APPLIED } from './lastApplied';
import { isSecretName, isSecretText } from './looksSecret';
import { SecretValue } from './SecretValue';

/** What stands for a secret. */
type Hide = (secret: unknown) => unknown;

const asSecretValue: Hide = secret => new SecretValue(secret);

/**
 * The object with every value of a Secret, and whatever looks like one elsewhere, hidden, as {@link SecretValue} if nothing else is
 * said: entries of a ConfigMap and variables of a container that are named like secrets, URLs with a password in them, private keys.
 * Objects within the object, as provider-kubernetes has them, are treated alike.
 */
export function hideSecrets(
  object: KubernetesObject,
  hide = asSecretValue,
): KubernetesObject {
  const { stringData, ...shown } = mapFields(object, (_, member) =>
    hideIn(member, hide),
  ) as KubernetesObject;
  if (object.kind === 'Secret') {
    const values = {
      ...fieldsOf(object.data),
      // What is written as text is kept as base64.
      ...mapFields(fieldsOf(object.stringData), (_, text) =>
        Buffer.from(String(text)).toString('base64'),
      ),
    };
    const data = mapFields(values, (_, value) => hide(value));
    return Object.keys(data).length > 0 ? { ...shown, data } : shown;
  }
  const named = ['data', 'binaryData'].filter(
    field => object.kind === 'ConfigMap' && shown[field] !== undefined,
  );
  return {
    ...shown,
    ...(stringData !== undefined && { stringData }),
    ...Object.fromEntries(
      named.map(field => [
        field,
        mapFields(fieldsOf(object[field]), (key, value) =>
          isSecretName(key) ? hide(value) : hideIn(value, hide),
        ),
      ]),
    ),
  };
}

function hideIn(value: unknown, hide: Hide): unknown {
  if (typeof value === 'string') {
    return isSecretText(value) ? hide(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => hideIn(item, hide));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (isObject(value)) {
    return hideSecrets(value, hide);
  }
  const { name } = value as Fields;
  const isSecret = typeof name === 'string' && isSecretName(name);
  return mapFields(value as Fields, (key, member) =>
    (isSecret && key === 'value' && typeof member === 'string') ||
    key === LAST_APPLIED
      ? hide(member)
      : hideIn(member, hide),
  );
}

function isObject(value: object): value is KubernetesObject {
  const { apiVersion, kind, metadata } = value as Fields;
  return (
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof metadata === 'object' &&
    metadata !== null
  );
}

function mapFields(
  fields: Fields,
  change: (key: string, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, change(key, value)]),
  );
}
