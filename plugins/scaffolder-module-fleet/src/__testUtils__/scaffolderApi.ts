import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';

const manifest: TemplateParameterSchema = {
  title: 'Order a cluster',
  steps: [
    {
      title: 'Where',
      schema: {
        properties: {
          environment: {
            type: 'string',
            title: 'Environment',
            'ui:field': 'FleetEnvironmentPicker',
          },
        },
      },
    },
  ],
};

/** A scaffolder with one template. */
export const scaffolderApi = {
  getTemplateParameterSchema: async () => manifest,
};
