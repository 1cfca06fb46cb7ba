import type { JsonObject, JsonValue } from '@backstage/types';

/** The single values of objects, by where they are: `Deployment web: spec.replicas`. */
export type Leaves = Map<string, JsonValue>;

/** The hash that kustomize puts behind the names of what it generates. */
const hash = /-[2456789bcdfghkmt]{10}$/;

/** The single values of objects. What names them is left out, as kustomize puts prefixes to it; the items of lists go by their names. */
export function leavesOf(objects: readonly JsonValue[]): Leaves {
  const leaves: Leaves = new Map();
  const visit = (at: JsonValue, name: string): void => {
    if (typeof at !== 'object' || at === null) {
      leaves.set(name, typeof at === 'string' ? at.replace(hash, '') : at);
    } else if (Array.isArray(at)) {
      at.forEach((item, index) =>
        visit(item, `${name}.${nameOf(item) ?? index}`),
      );
    } else {
      Object.entries(at).forEach(([key, value]) =>
        visit(value!, name.endsWith(': ') ? name + key : `${name}.${key}`),
      );
    }
  };
  for (const object of objects) {
    const { kind, metadata } = (object ?? {}) as JsonObject;
    const name = String((metadata as JsonObject | undefined)?.name);
    visit(object, `${kind} ${name.replace(hash, '')}: `);
  }
  return leaves;
}

function nameOf(item: JsonValue): string | undefined {
  const { name } = (typeof item === 'object' && item ? item : {}) as JsonObject;
  return typeof name === 'string' ? name : undefined;
}
