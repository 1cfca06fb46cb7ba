import type { Router } from 'express';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

/** Applications that no entity could be proven to own. */
export function addUnownedRoutes(router: Router, options: RouteContext): void {
  const { callerOf, store } = options;

  router.get('/unowned', async (request, response) => {
    const { access } = await callerOf(request);
    response.json(
      await store.listUnowned({ ...parseListQuery(request.query), access }),
    );
  });
}
