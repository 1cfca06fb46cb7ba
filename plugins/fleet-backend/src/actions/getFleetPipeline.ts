import { entityPipelines } from '../routes/promotions/entityPipelines';
import type { FleetActionsOptions } from './FleetActionsOptions';

export function registerGetFleetPipeline(options: FleetActionsOptions): void {
  options.actionsRegistry.register({
    name: 'get-fleet-pipeline',
    title: 'Get Fleet Pipeline of an Entity',
    description: `
What each stage of a catalog entity runs, by Git and on its clusters, what the next stage lacks, how its gates stand, and the open pull request. Of a System, Domain or Group those of its components.

Use it for "what does production lack?", "why can checkout not be promoted?", "what would a rollback bring back?". It changes nothing: promotions are pull requests, opened by the template promotion.
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
      const { permissions } = options.context();
      const access = await permissions.accessOf(credentials);
      const output = await entityPipelines(
        input.entityRef,
        { credentials, access },
        options.context(),
      );
      return { output };
    },
  });
}
