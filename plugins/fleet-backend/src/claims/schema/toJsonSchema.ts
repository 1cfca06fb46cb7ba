import type { AnySchemaObject } from 'ajv';
import { isMap } from '../../diff/isMap';
import type { StructuralSchema } from './StructuralSchema';

/** What JSON Schema means by the same words. Anything else is not read, so that no reference leads out of the schema. */
const sharedKeywords = [
  'format',
  'pattern',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'required',
];

/**
 * The JSON Schema of a structural schema, as Kubernetes reads it.
 *
 * @param junctor - of a part of `allOf`, `anyOf`, `oneOf` or `not`, which says nothing of fields that there may be.
 */
export function toJsonSchema(
  schema: StructuralSchema,
  options: { junctor?: boolean } = {},
): AnySchemaObject {
  const inside = (nested: unknown) =>
    toJsonSchema(nested as StructuralSchema, options);
  const asJunctor = (nested: unknown) =>
    toJsonSchema(nested as StructuralSchema, { junctor: true });
  const converted: AnySchemaObject = {
    ...pick(schema, sharedKeywords),
    ...typeOf(schema),
    ...bound(schema, 'minimum', 'exclusiveMinimum'),
    ...bound(schema, 'maximum', 'exclusiveMaximum'),
  };
  if (schema.properties) {
    converted.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, nested]) => [
        name,
        inside(nested),
      ]),
    );
  }
  if (isMap(schema.items)) {
    converted.items = inside(schema.items);
  }
  if (isMap(schema.additionalProperties)) {
    converted.additionalProperties = inside(schema.additionalProperties);
  } else if (!options.junctor && isClosed(schema)) {
    converted.additionalProperties = false;
  }
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    const parts = schema[word];
    if (Array.isArray(parts) && parts.length > 0) {
      converted[word] = parts.map(asJunctor);
    }
  }
  if (isMap(schema.not)) {
    converted.not = asJunctor(schema.not);
  }
  return converted;
}

function pick(schema: StructuralSchema, keywords: readonly string[]) {
  return Object.fromEntries(
    keywords.flatMap(keyword =>
      schema[keyword] === undefined ? [] : [[keyword, schema[keyword]]],
    ),
  );
}

function typeOf(schema: StructuralSchema): AnySchemaObject {
  const { type, nullable } = schema;
  const values = schema.enum;
  const types = schema['x-kubernetes-int-or-string']
    ? ['integer', 'string']
    : [type].filter(Boolean);
  return {
    ...(types.length > 0 && { type: nullable ? [...types, 'null'] : types }),
    ...(Array.isArray(values) && {
      enum: nullable ? [...new Set([...values, null])] : values,
    }),
  };
}

/** In OpenAPI v3, `exclusiveMinimum` is a flag. */
function bound(schema: StructuralSchema, word: string, exclusive: string) {
  const limit = schema[word];
  if (typeof limit !== 'number') {
    return {};
  }
  return { [schema[exclusive] === true ? exclusive : word]: limit };
}

/** What the API server would silently drop is an error here: it is a slip of the pen. */
function isClosed(schema: StructuralSchema): boolean {
  return (
    schema.type === 'object' &&
    schema.additionalProperties === undefined &&
    !schema['x-kubernetes-preserve-unknown-fields'] &&
    !schema['x-kubernetes-embedded-resource']
  );
}
