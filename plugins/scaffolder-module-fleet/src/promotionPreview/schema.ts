import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Options of `FleetPromotionPreview`. Its value is what it showed to move, in words, so that nothing else is made. @public */
export const FleetPromotionPreviewSchema = makeFieldSchema({
  output: z => z.array(z.string()).optional(),
  uiOptions: z =>
    z.object({
      action: z
        .enum(['promote', 'rollback'])
        .optional()
        .describe('promote by default.'),
      pipelineField: z
        .string()
        .optional()
        .describe('The field with the application. pipelineId by default.'),
      stageField: z
        .string()
        .optional()
        .describe('The field with the stage to change. stage by default.'),
      fromField: z
        .string()
        .optional()
        .describe('The field with the stage to promote from. from by default.'),
      revisionField: z
        .string()
        .optional()
        .describe(
          'The field with the commit to go back to. revision by default.',
        ),
    }),
});
