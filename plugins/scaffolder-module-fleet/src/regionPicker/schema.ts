import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetRegionPicker`. @public */
export const FleetRegionPickerSchema = makeFieldSchema({
  output: z => z.string().describe('The name of a region of a cloud'),
  uiOptions: z =>
    z.object({
      providerField: z
        .string()
        .optional()
        .describe(
          'The field of the form that holds the cloud; only its regions are offered then. Nested ones as spec.cloudProvider',
        ),
    }),
});
