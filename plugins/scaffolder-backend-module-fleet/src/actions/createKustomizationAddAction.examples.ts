import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A new claim beside others',
    example: stringify({
      steps: [
        {
          id: 'wire',
          name: 'Have it applied',
          action: 'fleet:kustomization:add',
          input: { files: ['${{ steps.validate.output.path }}'] },
        },
      ],
    }),
  },
  {
    description: 'The first file of a folder',
    example: stringify({
      steps: [
        {
          id: 'wire',
          name: 'Have it applied',
          action: 'fleet:kustomization:add',
          input: { files: ['apps/search/base/deployment.yaml'], create: true },
        },
      ],
    }),
  },
];
