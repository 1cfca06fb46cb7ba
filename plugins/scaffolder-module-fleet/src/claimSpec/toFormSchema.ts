import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';

/** What the forms of templates are made of. */
type FormSchema = FieldExtensionComponentProps<unknown>['schema'];

const kept = [
  'description',
  'default',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'required',
];

/** The schema of a form for what a schema of Kubernetes describes. What a form cannot say, the hub's schema says when it is checked. */
export function toFormSchema(schema: JsonObject, title?: string): JsonObject {
  const form: JsonObject = {
    ...(title && { title }),
    ...Object.fromEntries(
      kept.flatMap(word =>
        schema[word] === undefined ? [] : [[word, schema[word]]],
      ),
    ),
    type: typeOf(schema),
  };
  if (isObject(schema.properties)) {
    form.properties = Object.fromEntries(
      Object.entries(schema.properties).flatMap(([name, nested]) =>
        isObject(nested) ? [[name, toFormSchema(nested, titleOf(name))]] : [],
      ),
    );
  }
  if (form.type === 'array') {
    form.items = isObject(schema.items)
      ? toFormSchema(schema.items)
      : { type: 'string' };
  }
  if (isObject(schema.additionalProperties)) {
    form.additionalProperties = toFormSchema(schema.additionalProperties);
  } else if (schema['x-kubernetes-preserve-unknown-fields'] === true) {
    form.additionalProperties = { type: 'string' };
  }
  return form;
}

function typeOf(schema: JsonObject): FormSchema['type'] {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return 'string';
  }
  return typeof schema.type === 'string'
    ? (schema.type as FormSchema['type'])
    : 'object';
}

/** `storageGib` as people read it: Storage gib. */
function titleOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
