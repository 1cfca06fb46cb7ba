import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const step = (input: object) =>
  stringify({
    steps: [
      {
        id: 'exception',
        name: 'Change the exception',
        action: 'fleet:policy-exception',
        input: { cluster: 'prod-us-east-1', ...input },
      },
    ],
  });

export const examples: TemplateExample[] = [
  {
    description: 'A new exception',
    example: step({
      change: 'request',
      name: 'search-as-root',
      from: 'rendered/exception.yaml',
      owner: 'group:default/search',
      reason: 'Until the new base image is out',
      expires: '2027-01-31',
    }),
  },
  {
    description: 'One that is no longer needed',
    example: step({
      change: 'retire',
      name: 'search-as-root',
      reason: 'The new base image is out',
    }),
  },
  {
    description: 'A namespace that a constraint of Gatekeeper leaves alone',
    example: step({
      change: 'request',
      constraint: 'policies/gatekeeper/not-as-root.yaml',
      namespace: 'search',
      owner: 'group:default/search',
      reason: 'Until the new base image is out',
      expires: '2027-01-31',
    }),
  },
];
