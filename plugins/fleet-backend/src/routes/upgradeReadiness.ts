import { NotFoundError } from '@backstage/errors';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import { upgradeReadiness } from '../readiness/upgradeReadiness';
import { askCluster } from './objects/askCluster';
import type { RouteContext } from './RouteContext';

/** What stands in the way of a cluster's next minor version, asked of the cluster itself. */
export function addUpgradeReadinessRoutes(
  router: Router,
  options: RouteContext & {
    connections: ClusterConnections;
    inventory: { get(name: string): ClusterDefinition | undefined };
  },
): void {
  const { callerOf, store, connections, inventory } = options;

  router.get('/clusters/:name/upgrade-readiness', async (request, response) => {
    const { name } = request.params;
    const { access } = await callerOf(request);
    const cluster = await store.getCluster(name, access);
    if (!cluster) {
      throw new NotFoundError(`No cluster ${name}`);
    }
    const client = await askCluster(
      { cluster: name, verb: 'get', group: '', plural: 'nodes' },
      async () => connections.get(name),
    );
    response.json(
      await upgradeReadiness({
        client,
        cluster,
        definition: inventory.get(name),
        mayList: access.applications === true,
        now: new Date(),
      }),
    );
  });
}
