import { parseFilter } from '../routes/parseFilter';
import type { FleetActionsOptions } from './FleetActionsOptions';
import { listInput } from './inputs';

export function registerListFleetPromotions(
  options: FleetActionsOptions,
): void {
  options.actionsRegistry.register({
    name: 'list-fleet-promotions',
    title: 'List Fleet Promotions',
    description: `
Pull requests that promote applications from one stage to the next or roll them back: what moves, how each gate stands with its evidence, whom it waits for, and how far it is after the merge. What waits for a person comes first.

Use it for "what waits for my approval?", "what is on its way to production?", "which promotions failed?". For the stages of one catalog entity use get-fleet-pipeline.
    `.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        listInput(z).extend({
          filter: z
            .array(z.string())
            .optional()
            .describe(
              'Alternatives, each key=value pairs joined by commas that must all hold, such as environment=production,state=waiting. Keys: state, action, environment, application, pipeline, owner, entity.',
            ),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { permissions, store } = options.context();
      const { filter, ...rest } = input;
      const output = await store.promotions.listPromotions({
        ...rest,
        filter: filter && parseFilter(filter),
        access: await permissions.accessOf(credentials),
      });
      return { output };
    },
  });
}
