import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import type { FleetPolicyStore } from '../store/FleetPolicyStore';
import type { CallerOf } from './createCallerOf';
import { parseListQuery } from './parseListQuery';

export interface PolicyRouteOptions {
  callerOf: CallerOf;
  store: FleetPolicyStore;
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
}
