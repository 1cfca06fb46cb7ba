import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A cluster that serves nothing any more',
    example: stringify({
      steps: [
        {
          id: 'delete',
          name: 'Take the claim out of Git',
          action: 'fleet:claim:delete',
          input: { cluster: 'staging-us-east-1' },
        },
      ],
    }),
  },
  {
    description: 'Say that it will go, and leave it for now',
    example: stringify({
      steps: [
        {
          id: 'mark',
          name: 'Mark the claim',
          action: 'fleet:claim:delete',
          input: {
            cluster: 'staging-us-east-1',
            mark: true,
            reason: 'Moves to eu-central-1 by December',
          },
        },
      ],
    }),
  },
  {
    description: 'A cluster that does not answer any more',
    example: stringify({
      steps: [
        {
          id: 'delete',
          name: 'Take the claim out of Git',
          action: 'fleet:claim:delete',
          input: {
            cluster: 'staging-us-east-1',
            force: true,
            reason: 'Its account is closed',
          },
        },
      ],
    }),
  },
];
