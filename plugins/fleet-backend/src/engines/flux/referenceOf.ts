import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, nameOf } from '../fields';

/** `Kind/namespace/name` of what a reference names; the namespace is the object's own unless it says another. */
export function referenceOf(
  reference: unknown,
  { metadata }: KubernetesObject,
): string | undefined {
  const { kind, namespace, name } = fieldsOf(reference);
  return nameOf(kind) && nameOf(name)
    ? `${kind}/${nameOf(namespace) ?? metadata.namespace ?? ''}/${name}`
    : undefined;
}
