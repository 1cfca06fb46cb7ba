import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, type Fields } from '../engines/fields';
import { SecretValue } from './SecretValue';

const secretName =
  /passw(?:or)?d|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential/i;
/** Somebody's name and password in a URL, or a private key. */
const secretText =
  /:\/\/[^\s/:@]*:[^\s/@]+@|-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;

/**
 * The object with every value of a Secret, and whatever looks like one elsewhere, as {@link SecretValue}: entries of a ConfigMap and
 * variables of a container that are named like secrets, URLs with a password in them, private keys.
 */
export function hideSecrets(object: KubernetesObject): KubernetesObject {
  const { stringData, ...shown } = hideIn(object) as KubernetesObject;
  if (object.kind === 'Secret') {
    const values = {
      ...fieldsOf(object.data),
      // What is written as text is kept as base64.
      ...mapFields(fieldsOf(object.stringData), (_, text) =>
        Buffer.from(String(text)).toString('base64'),
      ),
    };
    const data = mapFields(values, (_, value) => new SecretValue(value));
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
        mapFields(fieldsOf(shown[field]), (key, value) =>
          secretName.test(key) ? new SecretValue(value) : value,
        ),
      ]),
    ),
  };
}

function hideIn(value: unknown): unknown {
  if (typeof value === 'string') {
    return secretText.test(value) ? new SecretValue(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(hideIn);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const { name } = value as Fields;
  const isSecret = typeof name === 'string' && secretName.test(name);
  return mapFields(value as Fields, (key, member) =>
    isSecret && key === 'value' && typeof member === 'string'
      ? new SecretValue(member)
      : hideIn(member),
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
