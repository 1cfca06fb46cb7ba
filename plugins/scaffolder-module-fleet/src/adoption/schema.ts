import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of `FleetAdoption`. @public */
export const FleetAdoptionSchema = makeFieldSchema({
  output: z => z.string().describe('Id of a drift of the kind override.'),
});
