import type { CatalogService } from '@backstage/plugin-catalog-node';
import { NotFoundError } from '@backstage/errors';
import type { Request, Router } from 'express';
import type { VersionLinks } from '../../promotion/plan/VersionLinks';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import type { CallerOf } from '../createCallerOf';
import { sumEntities } from '../entities/sumEntities';
import { parseListQuery } from '../parseListQuery';
import type { RouteContext } from '../RouteContext';

export interface PromotionRouteOptions {
  callerOf: CallerOf;
  links: Pick<VersionLinks, 'known'>;
  catalog: CatalogService;
  polling: Pick<RouteContext['polling'], 'interest'>;
  store: { readonly promotions: FleetPromotionStore };
}

const usualDays = 30;

/** What is promoted, what came of it, and who did it. */
export function addPromotionRoutes(
  router: Router,
  options: PromotionRouteOptions,
): void {
  const { callerOf, catalog, links, polling } = options;
  const { promotions } = options.store;
  const listQueryOf = async (request: Request) => {
    const { access, credentials } = await callerOf(request);
    const query = parseListQuery(request.query);
    const filter = await sumEntities(query.filter, { catalog, credentials });
    return { ...query, filter, access };
  };

  router.get('/promotions', async (request, response) => {
    response.json(await promotions.listPromotions(await listQueryOf(request)));
  });

  router.get('/promotions/:id', async (request, response) => {
    const { id } = request.params;
    const { access } = await callerOf(request);
    const detail = await promotions.getPromotion(id, access);
    if (!detail) {
      throw new NotFoundError(
        `There is no promotion ${JSON.stringify(id)} that you may see`,
      );
    }
    const clusters = detail.promotion.waves.flatMap(wave =>
      wave.clusters.map(({ cluster }) => cluster),
    );
    polling.interest([...new Set(clusters)]);
    const { promotion, events } = detail;
    const moves = links.known(promotion, promotion.moves);
    response.json({ promotion: { ...promotion, moves }, events });
  });

  router.get('/promotion-events', async (request, response) => {
    // As the OpenAPI router leaves them: checked.
    const { from, until } = request.query as { from?: string; until?: string };
    response.json(
      await promotions.listEvents({
        ...(await listQueryOf(request)),
        from: instantOf(from),
        until: instantOf(until),
      }),
    );
  });

  router.get('/promotion-statistics', async (request, response) => {
    const { access } = await callerOf(request);
    const { days = usualDays } = request.query as { days?: number };
    response.json(await promotions.statistics({ access, days }));
  });
}

/** As the store writes times, so that they can be compared. */
function instantOf(time: string | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
