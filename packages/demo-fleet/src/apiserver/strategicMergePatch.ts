import { isPlainObject } from './fields/fieldsOfValue';
import { itemStep, listShape } from './fields/listShape';

/** Strategic merge patch of a built-in kind: like a merge patch, but keyed lists are merged item by item. */
export function strategicMergePatch(
  target: unknown,
  patch: unknown,
  path: readonly string[] = [],
): unknown {
  if (Array.isArray(patch) && Array.isArray(target)) {
    return mergeLists(target, patch, path);
  }
  if (!isPlainObject(patch)) {
    return patch;
  }
  const result: Record<string, unknown> = isPlainObject(target)
    ? { ...target }
    : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else if (!name.startsWith('$')) {
      result[name] = strategicMergePatch(result[name], value, [...path, name]);
    }
  }
  return result;
}

function mergeLists(
  target: unknown[],
  patch: unknown[],
  path: readonly string[],
): unknown[] {
  const shape = listShape(path, [...target, ...patch], true);
  if (shape.by === 'position') {
    return patch;
  }
  const items = new Map(target.map(item => [itemStep(item, shape), item]));
  for (const item of patch) {
    const step = itemStep(item, shape);
    if (isPlainObject(item) && item.$patch === 'delete') {
      items.delete(step);
    } else {
      items.set(
        step,
        strategicMergePatch(items.get(step), item, [...path, '[]']),
      );
    }
  }
  return [...items.values()];
}
