import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf } from '../../../engines/fields';

/** A value of a Secret. */
export function secretText(
  secret: KubernetesObject,
  key: string,
): string | undefined {
  const data = textOf(fieldsOf(secret.data)[key]);
  return data && Buffer.from(data, 'base64').toString('utf8');
}
