import { isMap } from '../../diff/isMap';
import { pathTo } from './pathTo';
import { entrySchemaOf, type StructuralSchema } from './StructuralSchema';

/** A value with the schema that it has. */
export interface SchemaNode {
  path: string;
  schema: StructuralSchema;
  value: unknown;
  /** What it was before, where that can be told. */
  old: unknown;
}

/** Every value that has a schema, those around others first. */
export function* walkSchema(node: SchemaNode): Generator<SchemaNode> {
  yield node;
  for (const child of childrenOf(node)) {
    yield* walkSchema(child);
  }
}

function* childrenOf(node: SchemaNode): Generator<SchemaNode> {
  const { path, schema, value, old } = node;
  if (Array.isArray(value) && schema.items) {
    for (const [index, item] of value.entries()) {
      yield {
        path: pathTo(path, index),
        schema: schema.items,
        value: item,
        old: sameItem(schema, item, old),
      };
    }
  } else if (isMap(value)) {
    const properties = new Map(Object.entries(schema.properties ?? {}));
    for (const [name, member] of Object.entries(value)) {
      const known = properties.get(name) ?? entrySchemaOf(schema);
      if (known) {
        yield {
          path: pathTo(path, name),
          schema: known,
          value: member,
          old: isMap(old) && Object.hasOwn(old, name) ? old[name] : undefined,
        };
      }
    }
  }
}

/** Only items that have keys can be told to be the same as before. */
function sameItem(schema: StructuralSchema, item: unknown, old: unknown) {
  const key = itemKey(schema, item);
  return key !== undefined && Array.isArray(old)
    ? old.find(candidate => itemKey(schema, candidate) === key)
    : undefined;
}

/** What there may be only one of in a list: the keys of an item of a map, an item of a set. */
export function itemKey(
  schema: StructuralSchema,
  item: unknown,
): string | undefined {
  switch (schema['x-kubernetes-list-type']) {
    case 'set':
      return JSON.stringify(item);
    case 'map':
      return isMap(item)
        ? JSON.stringify(
            (schema['x-kubernetes-list-map-keys'] ?? []).map(key => item[key]),
          )
        : undefined;
    default:
      return undefined;
  }
}
