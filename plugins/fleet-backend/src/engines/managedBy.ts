import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { ownerOf } from './ownerOf';

/**
 * `Kind/namespace/name` of the application that applies an object and would revert a patch of it; the namespace is empty where the
 * object does not tell it. An application that applies itself, as Flux' own does, names nobody.
 */
export function managedBy(object: KubernetesObject): string | undefined {
  const owner = ownerOf(object);
  if (!owner) {
    return undefined;
  }
  const { name, namespace } = object.metadata;
  const isItself =
    owner.kind === object.kind &&
    owner.name === name &&
    (owner.namespace === undefined || owner.namespace === namespace);
  return isItself
    ? undefined
    : `${owner.kind}/${owner.namespace ?? ''}/${owner.name}`;
}
