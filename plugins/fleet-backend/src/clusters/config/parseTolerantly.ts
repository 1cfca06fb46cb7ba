import type { ClusterProblem } from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import { nearest } from './nearest';

/**
 * Parses a value and, where a key of it is wrong, says so and parses it again without that key, so that its default holds and
 * everything else counts. Undefined when nothing usable is left.
 */
export function parseTolerantly<T>(options: {
  schema: z.ZodType<T>;
  value: unknown;
  /** The config key of the value. */
  key: string;
}): { parsed: T | undefined; problems: ClusterProblem[] } {
  const { schema, key } = options;
  const value = structuredClone(options.value);
  const problems = new Map<string, ClusterProblem>();
  const report = (path: readonly PropertyKey[], message: string) => {
    const at = keyOf(key, path);
    if (!problems.has(at)) {
      problems.set(at, { key: at, message });
    }
  };
  for (;;) {
    const result = schema.safeParse(value, { error: plainMessage });
    if (result.success) {
      return { parsed: result.data, problems: [...problems.values()] };
    }
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const unknown of issue.keys) {
          report([...issue.path, unknown], unknownKey(unknown, schema));
          remove(value, [...issue.path, unknown]);
        }
      } else {
        report(issue.path, issue.message);
        if (!removeNearest(value, issue.path)) {
          return { parsed: undefined, problems: [...problems.values()] };
        }
      }
    }
  }
}

const plainTypes: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') {
    return undefined;
  }
  const wanted = plainTypes[issue.expected] ?? issue.expected;
  return issue.input === undefined
    ? `is missing; set it to ${wanted}`
    : `has to be ${wanted}`;
}

function unknownKey(name: string, schema: z.ZodType): string {
  const guess = nearest(
    name,
    keysOf(schema).filter(key => key !== name),
  );
  return guess
    ? `is not a known key; did you mean ${guess}?`
    : 'is not a known key; remove it';
}

/** Every key that the schema knows, at any depth. */
function keysOf(schema: z.ZodType): string[] {
  const keys = new Set<string>();
  const collect = (node: unknown) => {
    if (typeof node !== 'object' || node === null) {
      return;
    }
    if ('properties' in node) {
      Object.keys(Object(node.properties)).forEach(key => keys.add(key));
    }
    Object.values(node).forEach(collect);
  };
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return [...keys];
}

function keyOf(key: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (parent, part) =>
      typeof part === 'number'
        ? `${parent}[${part}]`
        : `${parent}.${String(part)}`,
    key,
  );
}

/** Removes what is at the path, or, where that is missing, the closest thing around it. */
function removeNearest(value: unknown, path: readonly PropertyKey[]): boolean {
  for (let length = path.length; length > 0; length--) {
    if (remove(value, path.slice(0, length))) {
      return true;
    }
  }
  return false;
}

function remove(value: unknown, path: readonly PropertyKey[]): boolean {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, part) => Reflect.get(Object(at), part), value);
  const last = path[path.length - 1];
  if (Reflect.get(Object(parent), last) === undefined) {
    return false;
  }
  if (Array.isArray(parent)) {
    // The others keep their place, and with it their key.
    return Reflect.set(parent, last, undefined);
  }
  return Reflect.deleteProperty(Object(parent), last);
}
