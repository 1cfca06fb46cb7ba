import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const overlays = [
  { environment: 'development', clusters: ['dev-us-east-1'] },
  {
    environment: 'production',
    region: 'us-east-1',
    clusters: ['prod-us-east-1'],
  },
];

export const examples: TemplateExample[] = [
  {
    description: 'A new application with an overlay for each stage',
    example: stringify({
      steps: [
        {
          id: 'base',
          name: 'Write what the overlays share',
          action: 'fetch:template',
          input: {
            url: './skeleton/base',
            targetPath: 'rendered/base',
            templateFileExtension: '.njk',
            values: { name: 'tickets' },
          },
        },
        {
          id: 'overlays',
          name: 'Write the overlays',
          each: overlays,
          action: 'fetch:template',
          input: {
            url: './skeleton/overlay',
            targetPath:
              'rendered/overlays/${{ each.value.environment }}/${{ each.value.region }}',
            templateFileExtension: '.njk',
            values: { name: 'tickets' },
          },
        },
        {
          id: 'create',
          name: 'Open the pull request',
          action: 'fleet:overlay:create',
          input: { application: 'tickets', overlays },
        },
      ],
    }),
  },
  {
    description: 'A tenant, which lies elsewhere',
    example: stringify({
      steps: [
        {
          id: 'create',
          name: 'Open the pull request',
          action: 'fleet:overlay:create',
          input: {
            application: 'team-travel',
            overlays: overlays.slice(0, 1),
            layout: {
              base: 'tenants/{app}/base',
              overlay: 'tenants/{app}/overlays/{environment}',
            },
          },
        },
      ],
    }),
  },
];
