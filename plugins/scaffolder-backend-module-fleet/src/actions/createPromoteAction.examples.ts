import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'What runs in staging, proposed for production, as the form has shown it',
    example: stringify({
      steps: [
        {
          id: 'promote',
          name: 'Open the pull request',
          action: 'fleet:promote',
          input: {
            pipelineId: '${{ parameters.pipelineId }}',
            stage: 'production',
            reason: '${{ parameters.reason }}',
            shown: '${{ parameters.preview }}',
          },
        },
      ],
    }),
  },
  {
    description:
      'From one of several stages before it, in the name of the user',
    example: stringify({
      steps: [
        {
          id: 'promote',
          name: 'Open the pull request',
          action: 'fleet:promote',
          input: {
            pipelineId: '${{ parameters.pipelineId }}',
            stage: 'production',
            from: 'staging-eu',
            failWhenNothing: true,
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
      ],
    }),
  },
];
