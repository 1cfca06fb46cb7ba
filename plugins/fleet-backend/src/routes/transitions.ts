import type { Router } from 'express';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

/** Changes between settled states. */
export function addTransitionRoutes(
  router: Router,
  options: RouteContext,
): void {
  const { callerOf, store } = options;

  router.get('/transitions', async (request, response) => {
    const { access } = await callerOf(request);
    response.json(
      await store.listTransitions({ ...parseListQuery(request.query), access }),
    );
  });
}
