import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetNodeGroups`. @public */
export const FleetNodeGroupsSchema = makeFieldSchema({
  output: z =>
    z
      .array(
        z.object({
          name: z.string().describe('Of the group, unique in its cluster'),
          instanceType: z.string().optional(),
          minSize: z.number().int().optional().describe('Nodes at least'),
          maxSize: z.number().int().optional().describe('Nodes at most'),
          taints: z
            .array(
              z.object({
                key: z.string(),
                value: z.string().optional(),
                effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
              }),
            )
            .optional()
            .describe('What keeps pods away that do not tolerate it'),
        }),
      )
      .describe('Groups of nodes that are alike'),
  uiOptions: z =>
    z.object({
      providerField: z
        .string()
        .optional()
        .describe(
          'The field of the form that holds the cloud; only its instance types are offered then',
        ),
      clusterField: z
        .string()
        .optional()
        .describe(
          'The field of the form that holds a cluster; its groups are filled in when the form has none yet',
        ),
    }),
});

/** A group of nodes, as the form holds it. @public */
export type NodeGroupValue = (typeof FleetNodeGroupsSchema.TOutput)[number];
