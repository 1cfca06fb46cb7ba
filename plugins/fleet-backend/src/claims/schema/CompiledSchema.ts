import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { UncheckedRule } from '../ClaimFinding';
import { goPattern } from './goPattern';
import type { StructuralSchema } from './StructuralSchema';
import { toJsonSchema } from './toJsonSchema';

/** Those of Kubernetes that mean the same in JSON Schema; it takes any others to be no more than words. */
const formats = [
  'byte',
  'date',
  'date-time',
  'double',
  'email',
  'float',
  'hostname',
  'int32',
  'int64',
  'ipv4',
  'ipv6',
  'password',
  'uri',
  'uuid',
] as const;

/** A schema that values can be held against. */
export class CompiledSchema {
  /** Throws when the schema cannot be read. */
  static compile(schema: StructuralSchema): CompiledSchema {
    const unreadable: UncheckedRule[] = [];
    const ajv = new Ajv({
      strict: false,
      logger: false,
      allErrors: true,
      verbose: true,
      ownProperties: true,
      // Whoever writes a schema could otherwise make it run code of its name, or for ever.
      validateSchema: false,
      addUsedSchema: false,
      code: { regExp: patternsInto(unreadable) },
    });
    addFormats(ajv, { mode: 'fast', formats: [...formats] });
    const validate = ajv.compile(toJsonSchema(schema));
    return new CompiledSchema(schema, validate, unreadable);
  }

  private constructor(
    readonly schema: StructuralSchema,
    private readonly validate: ValidateFunction,
    /** Patterns that are not as Go would read them. */
    readonly unchecked: readonly UncheckedRule[],
  ) {}

  /** All that is wrong with a value. */
  errorsOf(value: unknown): ErrorObject[] {
    return this.validate(value) ? [] : [...(this.validate.errors ?? [])];
  }
}

function patternsInto(unreadable: UncheckedRule[]) {
  const engine = (pattern: string) => {
    try {
      return { ...goPattern(pattern), toString: () => pattern };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      unreadable.push({
        path: '',
        rule: `pattern ${pattern}`,
        why: `The pattern cannot be read: ${why}`,
      });
      return { test: () => true, toString: () => pattern };
    }
  };
  return Object.assign(engine, { code: 'goPattern' });
}
