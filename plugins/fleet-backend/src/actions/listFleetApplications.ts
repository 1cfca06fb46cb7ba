import { parseFilter } from '../routes/parseFilter';
import type { FleetActionsOptions } from './FleetActionsOptions';
import { listInput } from './inputs';

export function registerListFleetApplications(
  options: FleetActionsOptions,
): void {
  options.actionsRegistry.register({
    name: 'list-fleet-applications',
    title: 'List Fleet Applications',
    description: `
Applications that Flux and Argo CD deliver to the clusters: state in words, version, revision, images, cluster, owners.

Use it for "what is failing in production?", "where does version 1.4 run?". For one catalog entity use get-fleet-entity.
    `.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => listInput(z),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { permissions, store } = options.context();
      const { filter, ...rest } = input;
      const output = await store.listApplications({
        ...rest,
        filter: filter && parseFilter(filter),
        access: await permissions.accessOf(credentials),
      });
      return { output };
    },
  });
}
