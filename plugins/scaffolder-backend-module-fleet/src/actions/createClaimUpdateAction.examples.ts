import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Another Kubernetes version',
    example: stringify({
      steps: [
        {
          id: 'update',
          name: 'Change the version',
          action: 'fleet:claim:update',
          input: { cluster: 'staging-us-east-1', version: '1.35' },
        },
      ],
    }),
  },
  {
    description: 'A larger node group, and one less',
    example: stringify({
      steps: [
        {
          id: 'update',
          name: 'Change the node groups',
          action: 'fleet:claim:update',
          input: {
            cluster: 'staging-us-east-1',
            nodeGroups: [{ name: 'general', maxSize: 8 }],
            removeNodeGroups: ['spot'],
          },
        },
      ],
    }),
  },
  {
    description: 'Fewer nodes than run',
    example: stringify({
      steps: [
        {
          id: 'update',
          name: 'Shrink it',
          action: 'fleet:claim:update',
          input: {
            cluster: 'staging-us-east-1',
            nodeGroups: [{ name: 'general', minSize: 1, maxSize: 2 }],
            force: true,
            reason: 'Load tests are over',
          },
        },
      ],
    }),
  },
];
