import { isDeepStrictEqual } from 'node:util';
import { isEmpty, type FieldSet } from './fieldSet';
import {
  fieldsOfItem,
  fieldsOfValue,
  isBareMetadata,
  isOwnable,
  isOwnedWhole,
  isPlainObject,
  type FieldsContext,
} from './fieldsOfValue';
import { itemStep, listShape } from './listShape';

export interface FieldChanges {
  /** Added, or of another value than before. */
  changed: FieldSet;
  removed: FieldSet;
}

export function compareFields(
  before: unknown,
  after: unknown,
  context: FieldsContext,
  path: readonly string[] = [],
): FieldChanges {
  const changes: FieldChanges = { changed: {}, removed: {} };
  for (const [step, was, is, inner] of pairs(before, after, context, path)) {
    if (was === is) {
      continue;
    }
    if (was === undefined) {
      const fields = step.startsWith('k:')
        ? fieldsOfItem(is, inner, context)
        : fieldsOfValue(is, inner, context);
      if (!isBareMetadata(inner, fields)) {
        changes.changed[step] = fields;
      }
    } else if (is === undefined) {
      changes.removed[step] = fieldsOfValue(was, inner, {
        ...context,
        operation: 'Update',
      });
    } else if (canDescend(was, is, context, inner)) {
      const nested = compareFields(was, is, context, inner);
      if (!isEmpty(nested.changed)) {
        changes.changed[step] = nested.changed;
      }
      if (!isEmpty(nested.removed)) {
        changes.removed[step] = nested.removed;
      }
    } else if (!isDeepStrictEqual(was, is)) {
      changes.changed[step] = fieldsOfValue(is, inner, context);
    }
  }
  return changes;
}

type Pair = [step: string, was: unknown, is: unknown, path: readonly string[]];

function canDescend(
  was: unknown,
  is: unknown,
  context: FieldsContext,
  path: readonly string[],
): boolean {
  if (isOwnedWhole(path, context)) {
    return false;
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    const shape = listShape(path, [...was, ...is], context.builtIn);
    return shape.by !== 'position' && was.length > 0 && is.length > 0;
  }
  return isPlainObject(was) && isPlainObject(is);
}

function* pairs(
  before: unknown,
  after: unknown,
  context: FieldsContext,
  path: readonly string[],
): Iterable<Pair> {
  if (Array.isArray(before) && Array.isArray(after)) {
    const shape = listShape(path, [...before, ...after], context.builtIn);
    const was = new Map(before.map(item => [itemStep(item, shape), item]));
    const is = new Map(after.map(item => [itemStep(item, shape), item]));
    for (const step of new Set([...was.keys(), ...is.keys()])) {
      yield [step, was.get(step), is.get(step), [...path, '[]']];
    }
    return;
  }
  const was = isPlainObject(before) ? before : {};
  const is = isPlainObject(after) ? after : {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const inner = [...path, name];
    if (isOwnable(inner)) {
      yield [`f:${name}`, was[name], is[name], inner];
    }
  }
}
