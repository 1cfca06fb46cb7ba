import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetKubernetesVersionPicker`. @public */
export const FleetKubernetesVersionPickerSchema = makeFieldSchema({
  output: z => z.string().describe('A minor version of Kubernetes: 1.35'),
  uiOptions: z =>
    z.object({
      clusterField: z
        .string()
        .optional()
        .describe(
          'The field of the form that holds the cluster to upgrade; only what comes next for it can be chosen then',
        ),
    }),
});
