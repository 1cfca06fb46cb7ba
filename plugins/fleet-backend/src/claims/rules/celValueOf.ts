import type { CelInput } from '@bufbuild/cel';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { isMap } from '../../diff/isMap';
import {
  entrySchemaOf,
  type StructuralSchema,
} from '../schema/StructuralSchema';
import { fieldName } from './fieldName';

/** A value as rules see it: fields that its schema does not know are not there for them. */
export function celValueOf(schema: StructuralSchema, value: unknown): CelInput {
  if (typeof value === 'number') {
    return isWhole(schema, value) ? BigInt(value) : value;
  }
  if (typeof value === 'string') {
    const time = schema.format === 'date-time' ? Date.parse(value) : NaN;
    return Number.isNaN(time) ? value : timestampFromDate(new Date(time));
  }
  if (Array.isArray(value)) {
    return value.map(item => celValueOf(schema.items ?? {}, item));
  }
  if (isMap(value)) {
    return new Map<string, CelInput>(membersOf(schema, value));
  }
  return typeof value === 'boolean' ? value : null;
}

function isWhole({ type }: StructuralSchema, value: number): boolean {
  return type !== 'number' && Number.isSafeInteger(value);
}

function membersOf(
  schema: StructuralSchema,
  value: Readonly<Record<string, unknown>>,
): [string, CelInput][] {
  const properties = new Map(Object.entries(schema.properties ?? {}));
  const entrySchema = entrySchemaOf(schema);
  return Object.entries(value).flatMap(([name, member]) => {
    const known = properties.get(name);
    if (known) {
      return [[fieldName(name), celValueOf(known, member)]];
    }
    return entrySchema ? [[name, celValueOf(entrySchema, member)]] : [];
  });
}
