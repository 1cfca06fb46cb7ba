import { isPlainObject } from '../fields/fieldsOfValue';
import { breaches } from './breaches';
import { Schema } from './Schema';

/** What a schema does not allow of a value, in the words of Kubernetes. */
export interface Violation {
  /** Such as `spec.nodeGroups[0].name`. */
  field: string;
  problem: string;
}

const bounds = [
  ['minimum', (value, bound) => value < bound, 'greater than or equal to'],
  ['maximum', (value, bound) => value > bound, 'less than or equal to'],
] as const satisfies readonly [
  keyof Schema,
  (value: number, bound: number) => boolean,
  string,
][];

/** Rules see what was there before; they hold once everything else does. */
export function violationsOf(
  schema: Schema,
  value: unknown,
  before?: unknown,
): Violation[] {
  const violations = structural(schema, value, '');
  return violations.length > 0
    ? violations
    : breaches(schema, value, before, '');
}

function structural(
  schema: Schema,
  value: unknown,
  field: string,
): Violation[] {
  const type = typeOf(value);
  const isOfType =
    !schema.type ||
    type === schema.type ||
    (schema.type === 'number' && type === 'integer');
  if (!isOfType) {
    const problem = `Invalid value: "${type}": ${field} in body must be of type ${schema.type}: "${type}"`;
    return [{ field, problem }];
  }
  if (Array.isArray(value)) {
    return [...ofArray(schema, value, field)];
  }
  if (isPlainObject(value)) {
    return [...ofObject(schema, value, field)];
  }
  return [...ofScalar(schema, value, field)];
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  if (value === null) {
    return 'null';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function* ofObject(
  schema: Schema,
  value: Record<string, unknown>,
  field: string,
): Generator<Violation> {
  const pathTo = (name: string) => (field ? `${field}.${name}` : name);
  for (const name of schema.required ?? []) {
    if (value[name] === undefined) {
      yield { field: pathTo(name), problem: 'Required value' };
    }
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (value[name] !== undefined) {
      yield* structural(property, value[name], pathTo(name));
    }
  }
}

function* ofArray(
  { items, minItems, maxItems }: Schema,
  value: unknown[],
  field: string,
): Generator<Violation> {
  const count = value.length;
  if (minItems !== undefined && count < minItems) {
    const problem = `Invalid value: ${count}: ${field} in body should have at least ${minItems} items`;
    yield { field, problem };
  }
  if (maxItems !== undefined && count > maxItems) {
    yield {
      field,
      problem: `Too many: ${count}: must have at most ${maxItems} items`,
    };
  }
  for (const [index, item] of value.entries()) {
    if (items) {
      yield* structural(items, item, `${field}[${index}]`);
    }
  }
}

function* ofScalar(
  schema: Schema,
  value: unknown,
  field: string,
): Generator<Violation> {
  const { enum: allowed, pattern, maxLength } = schema;
  const shown = JSON.stringify(value);
  if (allowed && !allowed.includes(value)) {
    const supported = allowed.map(each => JSON.stringify(each)).join(', ');
    yield {
      field,
      problem: `Unsupported value: ${shown}: supported values: ${supported}`,
    };
  }
  if (typeof value === 'string') {
    if (pattern && !new RegExp(pattern).test(value)) {
      yield {
        field,
        problem: `Invalid value: ${shown}: ${field} in body should match '${pattern}'`,
      };
    }
    if (maxLength !== undefined && value.length > maxLength) {
      yield {
        field,
        problem: `Too long: may not be more than ${maxLength} bytes`,
      };
    }
  }
  for (const [name, breaks, words] of bounds) {
    const bound = schema[name];
    if (
      typeof value === 'number' &&
      bound !== undefined &&
      breaks(value, bound)
    ) {
      yield {
        field,
        problem: `Invalid value: ${shown}: ${field} in body should be ${words} ${bound}`,
      };
    }
  }
}
