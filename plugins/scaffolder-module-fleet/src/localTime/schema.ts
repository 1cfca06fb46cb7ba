import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetLocalTime`. @public */
export const FleetLocalTimeSchema = makeFieldSchema({
  output: z =>
    z.string().describe('As a clock on the wall shows it: 2026-11-27T18:00'),
  uiOptions: z =>
    z.object({
      timeZoneField: z
        .string()
        .optional()
        .describe('The field with the time zone. timeZone by default.'),
      afterField: z
        .string()
        .optional()
        .describe('The field with a time that this one has to be after.'),
    }),
});
