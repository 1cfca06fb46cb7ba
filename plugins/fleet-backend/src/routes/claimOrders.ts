import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  fleetClaimChangePermission,
  type Claim,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Router } from 'express';
import { ClaimValidator } from '../claims/ClaimValidator';
import { claimOffers, type OfferRules } from '../claims/offers/claimOffers';
import { fieldsOf } from '../engines/fields';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { FleetClaimStore } from '../store/FleetClaimStore';
import type { FleetQueryStore } from '../store/FleetQueryStore';
import type { CallerOf } from './createCallerOf';

export interface ClaimOrderRouteOptions {
  callerOf: CallerOf;
  permissions: Pick<FleetPermissions, 'allowsClaim'>;
  store: Pick<FleetQueryStore, 'getCluster' | 'listClusters'> & {
    readonly claims: FleetClaimStore;
  };
  offers: OfferRules;
}

/** What can be claimed, and whether a claim is as it has to be. */
export function addClaimOrderRoutes(
  router: Router,
  options: ClaimOrderRouteOptions,
): void {
  const { callerOf, permissions, store, offers } = options;
  const { claims } = store;
  const validator = new ClaimValidator(claims);

  router.get('/claim-kinds', async (request, response) => {
    const { access } = await callerOf(request);
    const kinds = await claims.listKinds(access);
    response.json({ items: kinds.map(({ claimKind }) => claimKind) });
  });

  router.get('/claim-kinds/:id', async (request, response) => {
    const { id } = request.params;
    const { access } = await callerOf(request);
    const kinds = await claims.listKinds(access);
    const found = kinds.find(({ claimKind }) => claimKind.id === id);
    if (!found) {
      throw new NotFoundError(
        `There is no kind of claim ${JSON.stringify(id)} that you may see`,
      );
    }
    const { claimKind, schema } = found;
    const { spec } = fieldsOf(schema?.properties);
    response.json({ claimKind, schema: spec });
  });

  router.get('/claim-offers', async (request, response) => {
    const { access } = await callerOf(request);
    const kinds = await claims.listKinds(access);
    const { facets } = await store.listClusters({ access, limit: 1 });
    response.json(
      claimOffers(
        offers,
        kinds.map(({ claimKind }) => claimKind),
        facets,
        new Date(),
      ),
    );
  });

  router.post('/claims/validate', async (request, response) => {
    const { manifest, cluster } = request.body;
    const { credentials, access } = await callerOf(request);

    const mayChange = async (claim: Claim) => {
      const hub = await store.getCluster(claim.cluster, access);
      return permissions.allowsClaim(credentials, fleetClaimChangePermission, {
        claim,
        clusterLabels: hub?.labels ?? {},
      });
    };
    response.json(
      await validator.validate(manifest, {
        hub: cluster,
        access,
        async allow({ claim, present = claim }) {
          // Who may not have it, may not learn either whether there is one.
          if (!(await mayChange(claim)) || !(await mayChange(present))) {
            throw new NotAllowedError(
              `You may not order or change ${claim.kind} ${claim.name}: permission ${fleetClaimChangePermission.name} is needed for its hub, namespace, environment and owner.`,
            );
          }
        },
      }),
    );
  });
}
