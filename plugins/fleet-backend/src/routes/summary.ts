import type { ClusterProblem } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Router } from 'express';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

/** Is the fleet well, and what needs me? */
export function addSummaryRoutes(
  router: Router,
  options: RouteContext & { sourceProblems: () => Promise<ClusterProblem[]> },
): void {
  const { callerOf, store, sourceProblems } = options;

  router.get('/summary', async (request, response) => {
    const { filter } = parseListQuery(request.query);
    const { access } = await callerOf(request);
    response.json({
      ...(await store.getSummary({ access, filter })),
      // They name clusters, which not everybody may know of.
      sourceProblems: access.clusters === true ? await sourceProblems() : [],
    });
  });
}
