import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetEnvironmentPicker`. @public */
export const FleetEnvironmentPickerSchema = makeFieldSchema({
  output: z => z.string().describe('The name of an environment of the fleet'),
  uiOptions: z =>
    z.object({
      allowed: z
        .array(z.string())
        .optional()
        .describe('Offer only these environments'),
    }),
});
