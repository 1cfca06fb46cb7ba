import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetFreezeTitle`. @public */
export const FleetFreezeTitleSchema = makeFieldSchema({
  output: z => z.string().describe('What a freeze is called'),
  uiOptions: z =>
    z.object({
      deedField: z
        .string()
        .optional()
        .describe(
          'The field with what is done: add, change or end. deed by default.',
        ),
    }),
});
