import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A successor with a newer Kubernetes',
    example: stringify({
      steps: [
        {
          id: 'copy',
          name: 'Write the claim of the successor',
          action: 'fleet:claim:copy',
          input: {
            cluster: 'production-us-east-1',
            name: 'production-us-east-1-green',
            version: '1.36',
          },
        },
      ],
    }),
  },
];
