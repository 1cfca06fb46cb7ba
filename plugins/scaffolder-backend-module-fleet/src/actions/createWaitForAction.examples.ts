import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Until a claim is ready, for up to half an hour',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'Wait for the database',
          action: 'fleet:wait-for',
          input: {
            claim: '${{ steps.validate.output.claimId }}',
            timeoutMinutes: 30,
          },
        },
      ],
    }),
  },
  {
    description: 'Until an application runs a commit',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'Wait for the applications',
          action: 'fleet:wait-for',
          input: {
            application: {
              cluster: 'staging-us-east-1',
              namespace: 'flux-system',
              name: 'apps',
            },
            revision: '8f2d1c0',
          },
        },
      ],
    }),
  },
];
