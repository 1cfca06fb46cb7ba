import type { JsonObject, JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import type { YamlEdit } from './YamlEdit';
import { isPlainValue } from './writeBlock';

/** The smallest edits that make of what is there what is wanted; none, when it is that. */
export function stepsOf(root: JsonValue, edit: YamlEdit): YamlEdit[] {
  if (edit.op === 'delete') {
    return valueAt(root, edit.path) === undefined ? [] : [edit];
  }
  if (edit.op === 'insert') {
    return [edit];
  }
  const { path, value } = edit;
  const old = valueAt(root, path);
  if (old !== undefined && isDeepStrictEqual(old, value)) {
    return [];
  }
  if (old === undefined || isPlainValue(old) || isPlainValue(value)) {
    return [edit];
  }
  if (Array.isArray(old) && Array.isArray(value)) {
    return stepsOfLists(old, value, path);
  }
  return Array.isArray(old) || Array.isArray(value)
    ? [edit]
    : stepsOfMaps(old, value, path);
}

/** What is at a path of a value. */
export function valueAt(
  root: JsonValue | undefined,
  path: YamlEdit['path'],
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (value, step) =>
      typeof value === 'object' && value && Object.hasOwn(value, step)
        ? (value as JsonObject)[step]
        : undefined,
    root,
  );
}

function stepsOfMaps(
  old: JsonObject,
  value: JsonObject,
  path: YamlEdit['path'],
): YamlEdit[] {
  const gone = Object.keys(old).filter(key => !Object.hasOwn(value, key));
  return [
    ...Object.entries(value).flatMap(([key, item]) =>
      Object.hasOwn(old, key)
        ? stepsOf(old[key]!, { op: 'set', path: [], value: item! }).map(
            step => ({ ...step, path: [...path, key, ...step.path] }),
          )
        : [{ op: 'set' as const, path: [...path, key], value: item! }],
    ),
    ...gone.map(key => ({ op: 'delete' as const, path: [...path, key] })),
  ];
}

/** What both begin and end with stays as it is. */
function stepsOfLists(
  old: JsonValue[],
  value: JsonValue[],
  path: YamlEdit['path'],
): YamlEdit[] {
  const shorter = Math.min(old.length, value.length);
  let first = 0;
  while (first < shorter && isDeepStrictEqual(old[first], value[first])) {
    first++;
  }
  let last = 0;
  while (
    last < shorter - first &&
    isDeepStrictEqual(old.at(-1 - last), value.at(-1 - last))
  ) {
    last++;
  }
  const oldMiddle = old.slice(first, old.length - last);
  const newMiddle = value.slice(first, value.length - last);
  const both = Math.min(oldMiddle.length, newMiddle.length);
  return [
    ...newMiddle
      .slice(0, both)
      .flatMap((item, index) =>
        stepsOf(oldMiddle[index], { op: 'set', path: [], value: item }).map(
          step => ({ ...step, path: [...path, first + index, ...step.path] }),
        ),
      ),
    ...newMiddle.slice(both).map((item, index) => ({
      op: 'insert' as const,
      path,
      value: item,
      at: first + both + index,
    })),
    // From the end, so that those before keep their places.
    ...oldMiddle
      .slice(both)
      .map((_, index) => ({
        op: 'delete' as const,
        path: [...path, first + both + index],
      }))
      .reverse(),
  ];
}
