import { NotFoundError } from '@backstage/errors';
import type {
  ClusterDefinition,
  Engine,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import type { RouteContext } from '../RouteContext';
import { diagnose } from './diagnose';

/** What can be read on a cluster and what not. */
export function addDoctorRoutes(
  router: Router,
  options: RouteContext & {
    engines: readonly Engine[];
    inventory: { get(name: string): ClusterDefinition | undefined };
  },
): void {
  const { callerOf, store, polling, engines, inventory } = options;

  router.get('/clusters/:name/doctor', async (request, response) => {
    const { name } = request.params;
    const { access } = await callerOf(request);
    const cluster = await store.getCluster(name, access);
    if (!cluster) {
      throw new NotFoundError(`No cluster ${name}`);
    }
    polling.interest([name]);
    response.json(
      diagnose({
        cluster,
        definition: inventory.get(name),
        engines,
        collections: await store.listCollections(name),
      }),
    );
  });
}
