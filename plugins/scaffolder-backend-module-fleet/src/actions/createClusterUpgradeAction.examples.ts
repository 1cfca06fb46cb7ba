import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Development first, production last',
    example: stringify({
      steps: [
        {
          id: 'upgrade',
          name: 'Upgrade the fleet',
          action: 'fleet:cluster:upgrade',
          input: {
            version: '1.35',
            environments: ['development', 'staging', 'production'],
          },
        },
      ],
    }),
  },
];
