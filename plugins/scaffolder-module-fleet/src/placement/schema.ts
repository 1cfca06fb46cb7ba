import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetPlacement`. @public */
export const FleetPlacementSchema = makeFieldSchema({
  output: z =>
    z
      .array(
        z.object({
          environment: z.string(),
          region: z
            .string()
            .optional()
            .describe('Absent: one overlay for the whole environment'),
          clusters: z.array(z.string()),
        }),
      )
      .describe('The overlays, and the clusters that run each'),
  uiOptions: z =>
    z.object({
      environments: z
        .array(z.string())
        .optional()
        .describe('Offer only these environments'),
      regions: z
        .boolean()
        .optional()
        .describe('false: no overlay for each region'),
      what: z
        .string()
        .optional()
        .describe('What an environment gets: A stage by default'),
    }),
});
