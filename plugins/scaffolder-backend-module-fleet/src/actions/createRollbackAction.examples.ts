import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Back to what production ran well before',
    example: stringify({
      steps: [
        {
          id: 'rollback',
          name: 'Open the pull request',
          action: 'fleet:rollback',
          input: {
            pipelineId: '${{ parameters.pipelineId }}',
            stage: 'production',
            reason: '${{ parameters.reason }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Back to what it was at a commit',
    example: stringify({
      steps: [
        {
          id: 'rollback',
          name: 'Open the pull request',
          action: 'fleet:rollback',
          input: {
            pipelineId: '${{ parameters.pipelineId }}',
            stage: 'production',
            revision: '4f1c2e9',
          },
        },
      ],
    }),
  },
];
