import { isPlainObject } from './fieldsOfValue';
import { itemStep, listShape } from './listShape';

/** The live value with all that is applied put into it: maps member by member, keyed lists item by item, other lists whole. */
export function mergeApplied(
  live: unknown,
  applied: unknown,
  builtIn: boolean,
  path: readonly string[] = [],
): unknown {
  if (isPlainObject(applied)) {
    const result = isPlainObject(live) ? { ...live } : {};
    for (const [name, value] of Object.entries(applied)) {
      result[name] = mergeApplied(result[name], value, builtIn, [
        ...path,
        name,
      ]);
    }
    return result;
  }
  if (Array.isArray(applied) && Array.isArray(live)) {
    const shape = listShape(path, [...live, ...applied], builtIn);
    if (shape.by === 'position') {
      return applied;
    }
    const items = new Map(live.map(item => [itemStep(item, shape), item]));
    for (const item of applied) {
      const step = itemStep(item, shape);
      items.set(
        step,
        mergeApplied(items.get(step), item, builtIn, [...path, '[]']),
      );
    }
    return [...items.values()];
  }
  return applied;
}
