import type { Router } from 'express';
import { parseChoices } from '../parseChoices';
import type { RouteContext } from '../RouteContext';
import type { EntityViews } from './EntityViews';

const lists = ['applications', 'workloads', 'sources', 'transitions'] as const;
const sections = [...lists, 'drift', 'policy'] as const;

/** What the tab of an entity needs, in one request. */
export function addEntityRoutes(
  router: Router,
  options: RouteContext & { entityViews: EntityViews },
): void {
  const { callerOf, polling, entityViews } = options;

  router.get('/entities/:kind/:namespace/:name', async (request, response) => {
    const wanted = request.query.sections
      ? parseChoices('sections', String(request.query.sections), sections)
      : sections;
    const caller = await callerOf(request);
    const view = await entityViews.get(request.params, caller, {
      drift: wanted.includes('drift'),
      policy: wanted.includes('policy'),
    });
    polling.interest(view.clusters.map(({ name }) => name));
    for (const section of lists) {
      if (!wanted.includes(section)) {
        view[section] = [];
      }
    }
    response.json(view);
  });
}
