import type { Router } from 'express';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

/** As the OpenAPI router leaves it: validated, parsed, defaults filled in. */
interface ValidatedQuery {
  differences?: boolean;
  columnOffset: number;
  columnLimit: number;
}

/** Delivery keys by clusters. */
export function addMatrixRoutes(router: Router, options: RouteContext): void {
  const { callerOf, store } = options;

  router.get('/matrix', async (request, response) => {
    const { differences, columnOffset, columnLimit } =
      request.query as unknown as ValidatedQuery;
    const { access } = await callerOf(request);
    response.json(
      await store.getMatrix({
        ...parseListQuery(request.query),
        access,
        differences,
        columnOffset,
        columnLimit,
      }),
    );
  });
}
