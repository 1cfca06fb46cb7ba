import { parseFilter } from '../routes/parseFilter';
import type { FleetActionsOptions } from './FleetActionsOptions';
import { listInput } from './inputs';

export function registerListFleetClusters(options: FleetActionsOptions): void {
  options.actionsRegistry.register({
    name: 'list-fleet-clusters',
    title: 'List Fleet Clusters',
    description: `
Kubernetes clusters of the fleet: state in words, reachability, version, nodes, environment, region, and how fresh that knowledge is.

Use it for "which clusters are unreachable?", "which run an old version?".
    `.trim(),
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => listInput(z),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { permissions, store } = options.context();
      const { filter, ...rest } = input;
      const output = await store.listClusters({
        ...rest,
        filter: filter && parseFilter(filter),
        access: await permissions.accessOf(credentials),
      });
      return { output };
    },
  });
}
