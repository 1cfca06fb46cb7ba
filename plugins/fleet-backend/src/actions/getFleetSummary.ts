import { parseFilter } from '../routes/parseFilter';
import type { FleetActionsOptions } from './FleetActionsOptions';
import { filterInput } from './inputs';

export function registerGetFleetSummary(options: FleetActionsOptions): void {
  options.actionsRegistry.register({
    name: 'get-fleet-summary',
    title: 'Get Fleet Summary',
    description: `
How the fleet of Kubernetes clusters is: how many clusters and applications are in each state, and what needs a person, worst first.

Use it to start from: "is anything broken?", "what needs attention in production?". For one service use get-fleet-entity.
    `.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ filter: filterInput(z) }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { permissions, store } = options.context();
      const access = await permissions.accessOf(credentials);
      const filter = input.filter && parseFilter(input.filter);
      return { output: await store.getSummary({ access, filter }) };
    },
  });
}
