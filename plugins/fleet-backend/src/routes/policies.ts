import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request, Router } from 'express';
import type { FleetPolicyStore } from '../store/FleetPolicyStore';
import type { CoverageQuery } from '../store/queries/policy/getPolicyCoverage';
import type { PostureQuery } from '../store/queries/policy/getPolicyPosture';
import type { CallerOf } from './createCallerOf';
import { sumEntities } from './entities/sumEntities';
import { parseFilter } from './parseFilter';
import { parseListQuery } from './parseListQuery';

export interface PolicyRouteOptions {
  callerOf: CallerOf;
  catalog: CatalogService;
  store: FleetPolicyStore;
}

/** As the OpenAPI router leaves it: validated, parsed, defaults filled in. */
type ValidatedCoverage = Pick<
  CoverageQuery,
  'groupBy' | 'deviations' | 'columnOffset' | 'columnLimit'
>;

interface ValidatedTrend {
  filter?: string[];
  days: number;
}

/** Policies, what breaks them, and where they are missing. */
export function addPolicyRoutes(
  router: Router,
  { callerOf, catalog, store }: PolicyRouteOptions,
): void {
  async function listQueryOf(request: Request) {
    const { access, credentials } = await callerOf(request);
    const query = parseListQuery(request.query);
    const filter = await sumEntities(query.filter, { catalog, credentials });
    return { ...query, filter, access };
  }

  router.get('/policies', async (request, response) => {
    response.json(await store.listPolicies(await listQueryOf(request)));
  });

  router.get('/policies/:id', async (request, response) => {
    const { id } = request.params;
    const { access } = await callerOf(request);
    const policy = await store.getPolicy(id, access);
    if (!policy) {
      throw new NotFoundError(
        `There is no policy ${JSON.stringify(id)} that you may see`,
      );
    }
    response.json(policy);
  });

  router.get('/policy-results', async (request, response) => {
    response.json(await store.listPolicyResults(await listQueryOf(request)));
  });

  router.get('/policy-coverage', async (request, response) => {
    const { groupBy, deviations, columnOffset, columnLimit } =
      request.query as unknown as ValidatedCoverage;
    response.json(
      await store.getPolicyCoverage({
        ...(await listQueryOf(request)),
        groupBy,
        deviations,
        columnOffset,
        columnLimit,
      }),
    );
  });

  router.get('/policy-posture', async (request, response) => {
    const { groupBy } = request.query as Pick<PostureQuery, 'groupBy'>;
    response.json(
      await store.getPolicyPosture({
        ...(await listQueryOf(request)),
        groupBy,
      }),
    );
  });

  router.get('/policy-trend', async (request, response) => {
    const { filter, days } = request.query as unknown as ValidatedTrend;
    const { access, credentials } = await callerOf(request);
    response.json(
      await store.getPolicyTrend({
        access,
        filter: await sumEntities(filter && parseFilter(filter), {
          catalog,
          credentials,
        }),
        days,
      }),
    );
  });

  router.get('/policy-exceptions', async (request, response) => {
    response.json(await store.listPolicyExceptions(await listQueryOf(request)));
  });
}
