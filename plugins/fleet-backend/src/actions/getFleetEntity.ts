import type { FleetActionsOptions } from './FleetActionsOptions';

export function registerGetFleetEntity(options: FleetActionsOptions): void {
  options.actionsRegistry.register({
    name: 'get-fleet-entity',
    title: 'Get Fleet State of an Entity',
    description: `
Where a catalog entity runs: its applications and workloads on every cluster, their versions, health and recent changes. Of a System, Domain or Group it is the sum of its components; of a Resource of type kubernetes-cluster, that cluster.

Use it for "where does checkout run and is it well?", "did the rollout reach all regions?".
    `.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity ref, such as component:default/checkout.'),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { permissions, entityViews } = options.context();
      const access = await permissions.accessOf(credentials);
      return {
        output: await entityViews.get(input.entityRef, { credentials, access }),
      };
    },
  });
}
