import type { Router } from 'express';
import type { MatrixQuery } from '../store/queries/getMatrix';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

/** As the OpenAPI router leaves it: validated, parsed, defaults filled in. */
type ValidatedQuery = Pick<
  MatrixQuery,
  'differences' | 'groupBy' | 'columnOffset' | 'columnLimit'
>;

/** Delivery keys by clusters. */
export function addMatrixRoutes(router: Router, options: RouteContext): void {
  const { callerOf, store } = options;

  router.get('/matrix', async (request, response) => {
    const { differences, groupBy, columnOffset, columnLimit } =
      request.query as unknown as ValidatedQuery;
    const { access } = await callerOf(request);
    response.json(
      await store.getMatrix({
        ...parseListQuery(request.query),
        access,
        differences,
        groupBy,
        columnOffset,
        columnLimit,
      }),
    );
  });
}
