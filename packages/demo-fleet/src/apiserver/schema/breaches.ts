import { run, type CelInput } from '@bufbuild/cel';
import { isPlainObject } from '../fields/fieldsOfValue';
import type { Schema } from './Schema';
import type { Violation } from './violationsOf';

/** The rules in CEL that a value breaks. Those that look back hold where nothing was before. */
export function breaches(
  schema: Schema,
  value: unknown,
  before: unknown,
  field: string,
): Violation[] {
  const own = (schema['x-kubernetes-validations'] ?? [])
    .filter(({ rule }) => before !== undefined || !/\boldSelf\b/.test(rule))
    .filter(({ rule }) => run(rule, bindings(schema, value, before)) !== true)
    .map(({ rule, message }) => ({
      field,
      problem: `Invalid value: ${
        isPlainObject(value) ? '"object"' : JSON.stringify(value)
      }: ${message ?? `failed rule: ${rule}`}`,
    }));
  return [...own, ...within(schema, value, before, field)];
}

function within(
  { properties = {}, items }: Schema,
  value: unknown,
  before: unknown,
  field: string,
): Violation[] {
  if (Array.isArray(value)) {
    // Lists are atomic here, so that no item has one that it was before.
    return items
      ? value.flatMap((item, index) =>
          breaches(items, item, undefined, `${field}[${index}]`),
        )
      : [];
  }
  if (!isPlainObject(value)) {
    return [];
  }
  const old = isPlainObject(before) ? before : {};
  return Object.entries(properties).flatMap(([name, property]) =>
    value[name] === undefined
      ? []
      : breaches(
          property,
          value[name],
          old[name],
          field ? `${field}.${name}` : name,
        ),
  );
}

function bindings(schema: Schema, value: unknown, before: unknown) {
  return {
    self: celValue(schema, value),
    ...(before !== undefined && { oldSelf: celValue(schema, before) }),
  };
}

/** Integers are another type than other numbers. */
function celValue(schema: Schema | undefined, value: unknown): CelInput {
  if (Array.isArray(value)) {
    return value.map(item => celValue(schema?.items, item));
  }
  if (isPlainObject(value)) {
    return new Map(
      Object.entries(value).map(([name, item]) => [
        name,
        celValue(schema?.properties?.[name], item),
      ]),
    );
  }
  return schema?.type === 'integer'
    ? BigInt(value as number)
    : (value as CelInput);
}
