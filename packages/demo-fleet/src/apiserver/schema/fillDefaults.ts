import { isPlainObject } from '../fields/fieldsOfValue';
import { Schema } from './Schema';

/** A value with the defaults of what it leaves out. */
export function fillDefaults(schema: Schema, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map(item => fillDefaults(items, item)) : value;
  }
  if (!isPlainObject(value)) {
    return value;
  }
  const filled: Record<string, unknown> = { ...value };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const given = filled[name] ?? structuredClone(property.default);
    if (given !== undefined) {
      filled[name] = fillDefaults(property, given);
    }
  }
  return filled;
}
