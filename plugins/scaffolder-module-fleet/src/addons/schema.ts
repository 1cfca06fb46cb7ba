import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of `FleetAddons`, which has no options. @public */
export const FleetAddonsSchema = makeFieldSchema({
  output: z => z.array(z.string()).describe('Names of addons'),
});
