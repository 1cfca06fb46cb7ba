import { isMap } from '../../diff/isMap';
import { entrySchemaOf, type StructuralSchema } from './StructuralSchema';

/**
 * The value with the defaults of its schema where it says nothing, as the API server fills them in. A null where none may be counts as
 * nothing.
 */
export function fillDefaults(
  schema: StructuralSchema | undefined,
  value: unknown,
): unknown {
  if (!schema) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => fillDefaults(schema.items, item));
  }
  if (!isMap(value)) {
    return value;
  }
  const properties = new Map(Object.entries(schema.properties ?? {}));
  const filled = Object.entries(value).flatMap(([name, member]) => {
    const known = properties.get(name);
    return member === null && known && !known.nullable
      ? []
      : [[name, fillDefaults(known ?? entrySchemaOf(schema), member)] as const];
  });
  const given = new Set(filled.map(([name]) => name));
  for (const [name, known] of properties) {
    if (!given.has(name) && known.default !== undefined) {
      filled.push([name, fillDefaults(known, known.default)]);
    }
  }
  return Object.fromEntries(filled);
}
