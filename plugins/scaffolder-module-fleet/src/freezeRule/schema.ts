import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetFreezeRule`. @public */
export const FleetFreezeRuleSchema = makeFieldSchema({
  output: z =>
    z.string().describe('As a file of freezes has it: 0 18 * * 5, or 60h'),
  uiOptions: z =>
    z.object({
      part: z
        .enum(['cron', 'duration'])
        .describe('What of a freeze that recurs it says'),
    }),
});
