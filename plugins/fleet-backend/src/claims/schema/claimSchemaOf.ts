import { fieldsOf } from '../../engines/fields';
import type { StructuralSchema } from './StructuralSchema';

/** Whatever is in there, somebody else sees to it. */
const open: StructuralSchema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};
const text: StructuralSchema = { type: 'string' };

/**
 * What Crossplane adds to the spec of everything that its definitions make: `crossplane` since version 2, the others before that and to
 * claims. https://docs.crossplane.io/latest/composition/composite-resources
 */
const crossplaneFields: Record<string, StructuralSchema> = {
  crossplane: open,
  compositionRef: open,
  compositionSelector: open,
  compositionRevisionRef: open,
  compositionRevisionSelector: open,
  compositionUpdatePolicy: { ...text, enum: ['Automatic', 'Manual'] },
  compositeDeletePolicy: { ...text, enum: ['Background', 'Foreground'] },
  publishConnectionDetailsTo: open,
  writeConnectionSecretToRef: open,
  resourceRef: open,
};

/** The schema of a whole claim, of which its definition holds what a platform team has said. */
export function claimSchemaOf(
  definition: Readonly<Record<string, unknown>>,
): StructuralSchema {
  const root = definition as StructuralSchema;
  const { spec } = fieldsOf(root.properties) as {
    spec?: StructuralSchema;
  };
  return {
    ...root,
    type: 'object',
    properties: {
      ...root.properties,
      apiVersion: text,
      kind: text,
      metadata: { ...open, properties: { name: text, generateName: text } },
      // The API server takes none from whoever orders.
      status: open,
      ...(spec && {
        spec: {
          ...spec,
          // The platform team's come first, where fields are listed, and win.
          properties: {
            ...spec.properties,
            ...crossplaneFields,
            ...spec.properties,
          },
        },
      }),
    },
  };
}
