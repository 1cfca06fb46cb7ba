import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import type { FleetPolicyStore } from '../store/FleetPolicyStore';
import type { CoverageQuery } from '../store/queries/policy/getPolicyCoverage';
import type { PostureQuery } from '../store/queries/policy/getPolicyPosture';
import type { CallerOf } from './createCallerOf';
import { parseFilter } from './parseFilter';
import { parseListQuery } from './parseListQuery';

export interface PolicyRouteOptions {
  callerOf: CallerOf;
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
  { callerOf, store }: PolicyRouteOptions,
): void {
  router.get('/policies', async (request, response) => {
    const { access } = await callerOf(request);
    response.json(
      await store.listPolicies({ ...parseListQuery(request.query), access }),
    );
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
    const { access } = await callerOf(request);
    response.json(
      await store.listPolicyResults({
        ...parseListQuery(request.query),
        access,
      }),
    );
  });

  router.get('/policy-coverage', async (request, response) => {
    const { groupBy, deviations, columnOffset, columnLimit } =
      request.query as unknown as ValidatedCoverage;
    const { access } = await callerOf(request);
    response.json(
      await store.getPolicyCoverage({
        ...parseListQuery(request.query),
        access,
        groupBy,
        deviations,
        columnOffset,
        columnLimit,
      }),
    );
  });

  router.get('/policy-posture', async (request, response) => {
    const { groupBy } = request.query as Pick<PostureQuery, 'groupBy'>;
    const { access } = await callerOf(request);
    response.json(
      await store.getPolicyPosture({
        ...parseListQuery(request.query),
        access,
        groupBy,
      }),
    );
  });

  router.get('/policy-trend', async (request, response) => {
    const { filter, days } = request.query as unknown as ValidatedTrend;
    const { access } = await callerOf(request);
    response.json(
      await store.getPolicyTrend({
        access,
        filter: filter && parseFilter(filter),
        days,
      }),
    );
  });

  router.get('/policy-exceptions', async (request, response) => {
    const { access } = await callerOf(request);
    response.json(
      await store.listPolicyExceptions({
        ...parseListQuery(request.query),
        access,
      }),
    );
  });
}
