import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A claim that a skeleton was rendered to',
    example: stringify({
      steps: [
        {
          id: 'validate',
          name: 'Hold the claim against what the platform offers',
          action: 'fleet:claim:validate',
          input: { files: ['rendered/claim.yaml'] },
        },
      ],
    }),
  },
  {
    description: 'A claim of another kind, with where it is to lie',
    example: stringify({
      steps: [
        {
          id: 'validate',
          name: 'Hold the claim against what the platform offers',
          action: 'fleet:claim:validate',
          input: {
            files: ['rendered/claim.yaml'],
            layout: 'infrastructure/claims/{environment}/databases/{name}.yaml',
          },
        },
      ],
    }),
  },
];
