import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import type { FleetClaimStore } from '../store/FleetClaimStore';
import type { CallerOf } from './createCallerOf';
import { parseListQuery } from './parseListQuery';
import type { RouteContext } from './RouteContext';

export interface ClaimRouteOptions {
  callerOf: CallerOf;
  polling: RouteContext['polling'];
  store: { readonly claims: FleetClaimStore };
}

/** Requests for infrastructure, and what becomes of them. */
export function addClaimRoutes(
  router: Router,
  { callerOf, polling, store: { claims } }: ClaimRouteOptions,
): void {
  router.get('/claims', async (request, response) => {
    const { access } = await callerOf(request);
    response.json(
      await claims.list({ ...parseListQuery(request.query), access }),
    );
  });

  router.get('/claims/:id', async (request, response) => {
    const { id } = request.params;
    const { access } = await callerOf(request);
    const detail = await claims.getDetail(id, access);
    if (!detail) {
      throw noClaim(id);
    }
    const { cluster, makesCluster, clusterEntityRef } = detail.claim;
    // What a person looks at is polled sooner.
    polling.interest(
      makesCluster && clusterEntityRef ? [cluster, makesCluster] : [cluster],
    );
    response.json(detail);
  });

  router.get('/claims/:id/tree', async (request, response) => {
    const { id } = request.params;
    const { access } = await callerOf(request);
    const tree = await claims.getTree(id, {
      ...parseListQuery(request.query),
      access,
    });
    if (!tree) {
      throw noClaim(id);
    }
    response.json(tree);
  });
}

/** There is none, or the caller may not see it: which of the two is not theirs to know. */
export function noClaim(id: string): Error {
  return new NotFoundError(
    `There is no claim ${JSON.stringify(id)} that you may see`,
  );
}
