import type { Build } from '../build/Build';
import type { BuiltObject } from '../build/BuiltObject';
import { OverlayError } from '../OverlayError';

/**
 * The object of an overlay that is one of a cluster.
 *
 * @throws OverlayError, when there is none, or more than one.
 */
export function findObject(
  { objects, folder }: Build,
  { kind, name, namespace }: { kind: string; name: string; namespace?: string },
): BuiltObject {
  const named = objects.filter(
    object => object.kind === kind && object.names.at(-1) === name,
  );
  // Where Git says no namespace, the object of delivery does.
  const found = named.filter(
    ({ namespaces }) =>
      ['', undefined, namespaces.at(-1)].includes(namespace) ||
      namespaces.at(-1) === '',
  );
  if (found.length !== 1) {
    throw new OverlayError(
      `${folder} makes ${
        found.length === 0 ? 'no' : 'several'
      } ${kind} ${name}: change it by hand`,
    );
  }
  return found[0];
}
