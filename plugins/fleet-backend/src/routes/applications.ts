import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

/** Applications of every engine. */
export function addApplicationRoutes(
  router: Router,
  options: RouteContext,
): void {
  const { callerOf, store, polling } = options;

  router.get('/applications', async (request, response) => {
    const { access } = await callerOf(request);
    response.json(
      await store.listApplications({
        ...parseListQuery(request.query),
        access,
      }),
    );
  });

  router.get('/applications/:id', async (request, response) => {
    const { id } = request.params;
    const { access } = await callerOf(request);
    const detail = await store.getApplication(id, access);
    if (!detail) {
      throw new NotFoundError(`No application ${id}`);
    }
    const { cluster, targetCluster = cluster } = detail.application;
    polling.interest([...new Set([cluster, targetCluster])]);
    response.json(detail);
  });
}
