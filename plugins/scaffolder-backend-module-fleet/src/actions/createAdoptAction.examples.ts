import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'What somebody set live, said by Git from then on',
    example: stringify({
      steps: [
        {
          id: 'adopt',
          name: 'Open the pull request',
          action: 'fleet:adopt',
          input: {
            driftId: '${{ parameters.driftId }}',
            reason: '${{ parameters.reason }}',
          },
        },
      ],
    }),
  },
];
