import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetClusterPicker`. @public */
export const FleetClusterPickerSchema = makeFieldSchema({
  output: z => z.string().describe('The name of a cluster of the fleet'),
  uiOptions: z =>
    z.object({
      filter: z
        .record(z.union([z.string(), z.array(z.string())]))
        .optional()
        .describe(
          'Which clusters to offer, by environment, region, provider, state, version, owner, engine: { environment: [staging, production] }',
        ),
    }),
});
