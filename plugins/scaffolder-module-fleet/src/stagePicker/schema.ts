import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetStagePicker`. @public */
export const FleetStagePickerSchema = makeFieldSchema({
  output: z => z.string().describe('The name of a stage'),
  uiOptions: z =>
    z.object({
      pipelineField: z
        .string()
        .optional()
        .describe('The field with the application. pipelineId by default.'),
    }),
});
