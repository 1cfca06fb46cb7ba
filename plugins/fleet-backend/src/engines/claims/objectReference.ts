import type { ObjectReference } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, nameOf } from '../fields';

/** More than an API server takes in one object. */
const mostReferences = 10_000;

/**
 * An object that another one names; undefined where it names none yet, as of a composed resource that is still to be created.
 *
 * @param namespace - where it lies if the reference does not say.
 */
export function objectReference(
  value: unknown,
  namespace?: string,
): ObjectReference | undefined {
  const fields = fieldsOf(value);
  const kind = nameOf(fields.kind);
  const name = nameOf(fields.name);
  const apiVersion = nameOf(fields.apiVersion);
  return apiVersion && kind && name
    ? {
        apiVersion,
        kind,
        namespace: nameOf(fields.namespace) ?? namespace,
        name,
      }
    : undefined;
}

/** All objects that a list of references names. */
export function objectReferences(
  values: unknown,
  namespace?: string,
): ObjectReference[] {
  return itemsOf(values)
    .slice(0, mostReferences)
    .map(value => objectReference(value, namespace))
    .filter(reference => reference !== undefined);
}

/** What made an object: the one among its owners that controls it. Owners name no namespace: it is the object's own, or none. */
export function controllerOf(owners: unknown): ObjectReference | undefined {
  return objectReference(
    itemsOf(owners).find(owner => fieldsOf(owner).controller === true),
  );
}
