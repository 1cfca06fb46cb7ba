import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { fleetClusterRefreshPermission } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Router } from 'express';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

/** The inventory. */
export function addClusterRoutes(
  router: Router,
  options: RouteContext & { permissions: FleetPermissions },
): void {
  const { callerOf, store, polling, permissions } = options;

  router.get('/clusters', async (request, response) => {
    const { access } = await callerOf(request);
    response.json(
      await store.listClusters({ ...parseListQuery(request.query), access }),
    );
  });

  router.get('/clusters/:name', async (request, response) => {
    const { name } = request.params;
    const { access } = await callerOf(request);
    const detail = await store.getClusterDetail(name, access);
    if (!detail) {
      throw new NotFoundError(`No cluster ${name}`);
    }
    polling.interest([name]);
    response.json(detail);
  });

  router.post('/clusters/:name/refresh', async (request, response) => {
    const { name } = request.params;
    const { credentials, access } = await callerOf(request);
    if (!(await store.getCluster(name, access))) {
      throw new NotFoundError(`No cluster ${name}`);
    }
    const permission = fleetClusterRefreshPermission;
    const refreshable = await permissions.narrowClusters(
      credentials,
      access,
      permission,
    );
    if (!(await store.getCluster(name, refreshable))) {
      throw new NotAllowedError(
        `You may not refresh cluster ${name}: permission ${permission.name} is needed.`,
      );
    }
    await polling.refresh(name);
    response.json(await store.getCluster(name, access));
  });
}
