import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { FluxWebhook } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClusterDefinition,
  Engine,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import type { Access } from '../../store/FleetQueryStore';
import type { FleetWebhookStore } from '../../store/FleetWebhookStore';
import { fluxWebhookPath } from '../../webhooks/flux/createFluxWebhook';
import type { FluxWebhooks } from '../../webhooks/flux/FluxWebhooks';
import type { RouteContext } from '../RouteContext';
import { diagnose } from './diagnose';
import { fluxWebhookOf } from './fluxWebhookOf';

/** What can be read on a cluster and what not. */
export function addDoctorRoutes(
  router: Router,
  options: RouteContext & {
    engines: readonly Engine[];
    inventory: { get(name: string): ClusterDefinition | undefined };
    store: Pick<FleetWebhookStore, 'readWebhookCounts'>;
    fluxWebhooks: Pick<FluxWebhooks, 'isConfigured'>;
    discovery: Pick<DiscoveryService, 'getExternalBaseUrl'>;
  },
): void {
  const { callerOf, store, polling, engines, inventory } = options;

  async function fluxWebhook(
    name: string,
    access: Access,
  ): Promise<FluxWebhook> {
    const base = await options.discovery.getExternalBaseUrl('fleet');
    return fluxWebhookOf({
      cluster: name,
      configured: options.fluxWebhooks.isConfigured(name),
      address: `${base}${fluxWebhookPath}/${encodeURIComponent(name)}`,
      counts: await store.readWebhookCounts(name),
      delivering: await store.listDelivering({
        access,
        cluster: name,
        engine: 'flux',
      }),
    });
  }

  router.get('/clusters/:name/doctor', async (request, response) => {
    const { name } = request.params;
    const { access } = await callerOf(request);
    const cluster = await store.getCluster(name, access);
    if (!cluster) {
      throw new NotFoundError(`No cluster ${name}`);
    }
    polling.interest([name]);
    const doctor = diagnose({
      cluster,
      definition: inventory.get(name),
      engines,
      collections: await store.listCollections(name),
    });
    response.json({
      ...doctor,
      fluxWebhook: cluster.engines.some(engine => engine.name === 'flux')
        ? await fluxWebhook(name, access)
        : undefined,
    });
  });
}
