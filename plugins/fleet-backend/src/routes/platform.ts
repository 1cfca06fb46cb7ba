import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request, Router } from 'express';
import type { FleetPlatformStore } from '../store/FleetPlatformStore';
import type { CallerOf } from './createCallerOf';
import { sumEntities } from './entities/sumEntities';
import { parseListQuery } from './parseListQuery';

export interface PlatformRouteOptions {
  callerOf: CallerOf;
  catalog: CatalogService;
  store: { readonly platform: FleetPlatformStore };
}

/** Secrets that are brought from elsewhere, and certificates. */
export function addPlatformRoutes(
  router: Router,
  { callerOf, catalog, store: { platform } }: PlatformRouteOptions,
): void {
  async function listQueryOf(request: Request) {
    const { access, credentials } = await callerOf(request);
    const query = parseListQuery(request.query);
    const filter = await sumEntities(query.filter, { catalog, credentials });
    return { ...query, filter, access };
  }

  router.get('/secret-syncs', async (request, response) => {
    response.json(await platform.listSecretSyncs(await listQueryOf(request)));
  });

  router.get('/certificates', async (request, response) => {
    response.json(await platform.listCertificates(await listQueryOf(request)));
  });
}
