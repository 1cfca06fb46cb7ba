import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetDay`. @public */
export const FleetDaySchema = makeFieldSchema({
  output: z => z.string().describe('A day that is not over: 2026-11-27'),
  uiOptions: z =>
    z.object({
      mostDays: z
        .number()
        .optional()
        .describe('How far away it may be. As far as one likes by default.'),
    }),
});
