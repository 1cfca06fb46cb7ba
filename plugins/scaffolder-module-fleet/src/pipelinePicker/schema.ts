import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of `FleetPipelinePicker`. @public */
export const FleetPipelinePickerSchema = makeFieldSchema({
  output: z => z.string().describe('The id of an application with its stages'),
});
