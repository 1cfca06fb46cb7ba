import { isEmpty, type FieldSet } from './fieldSet';
import { itemStep, listShape } from './listShape';

/** Identity and bookkeeping, which nobody owns. */
const unowned = new Set([
  'apiVersion',
  'kind',
  'metadata/name',
  'metadata/namespace',
  'metadata/uid',
  'metadata/resourceVersion',
  'metadata/generation',
  'metadata/generateName',
  'metadata/creationTimestamp',
  'metadata/deletionTimestamp',
  'metadata/deletionGracePeriodSeconds',
  'metadata/managedFields',
  'metadata/selfLink',
]);

export function isPlainObject(
  value: unknown,
): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isOwnable(path: readonly string[]): boolean {
  return path.length > 2 || !unowned.has(path.join('/'));
}

/** Maps of built-in kinds, which are owned beside their members; a built-in struct is not. */
const builtInMaps = new Set([
  'labels',
  'annotations',
  'limits',
  'requests',
  'data',
]);

export interface FieldsContext {
  builtIn: boolean;
  /** Updates own a new map beside its members, applies only its members. */
  operation: 'Apply' | 'Update';
}

/** The fields that a value has. */
export function fieldsOfValue(
  value: unknown,
  path: readonly string[],
  context: FieldsContext,
): FieldSet {
  if (isOwnedWhole(path, context)) {
    return {};
  }
  if (isPlainObject(value)) {
    const set: FieldSet = {};
    for (const [name, member] of Object.entries(value)) {
      const inner = [...path, name];
      const fields = fieldsOfValue(member, inner, context);
      if (isOwnable(inner) && !isBareMetadata(inner, fields)) {
        set[`f:${name}`] = fields;
      }
    }
    return ownsMapItself(path, context) && Object.keys(set).length
      ? { '.': {}, ...set }
      : set;
  }
  if (Array.isArray(value) && value.length) {
    const shape = listShape(path, value, context.builtIn);
    if (shape.by === 'position') {
      return {};
    }
    const ownsList =
      context.operation === 'Update' && path[path.length - 1] !== 'containers';
    const set: FieldSet = ownsList ? { '.': {} } : {};
    for (const item of value) {
      set[itemStep(item, shape)] =
        shape.by === 'keys' ? fieldsOfItem(item, [...path, '[]'], context) : {};
    }
    return set;
  }
  return {};
}

/** Metadata that only names the object is owned by nobody. */
export function isBareMetadata(
  path: readonly string[],
  fields: FieldSet,
): boolean {
  return path.length === 1 && path[0] === 'metadata' && isEmpty(fields);
}

/** An item of a keyed list is owned beside its members. */
export function fieldsOfItem(
  item: unknown,
  path: readonly string[],
  context: FieldsContext,
): FieldSet {
  const fields = fieldsOfValue(item, path, context);
  return isEmpty(fields) ? {} : { '.': {}, ...fields };
}

/** Selectors and references to owners change as a whole. */
export function isOwnedWhole(
  path: readonly string[],
  { builtIn }: FieldsContext,
): boolean {
  const name = path[path.length - 1];
  return (
    (builtIn && (name === 'selector' || name === 'nodeSelector')) ||
    (path[0] === 'metadata' && path[1] === 'ownerReferences' && path.length > 2)
  );
}

function ownsMapItself(
  path: readonly string[],
  { builtIn, operation }: FieldsContext,
): boolean {
  const name = path[path.length - 1];
  return (
    operation === 'Update' &&
    path.length > 0 &&
    name !== 'metadata' &&
    name !== '[]' &&
    (!builtIn || builtInMaps.has(name))
  );
}
