import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  fleetClaimChangePermission,
  type Claim,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Request, Router } from 'express';
import type { ClusterUpgrades } from '../claims/upgrades/ClusterUpgrades';
import { requesterOf } from '../commands/requesterOf';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { FleetClaimStore } from '../store/FleetClaimStore';
import type { FleetUpgradeStore } from '../store/FleetUpgradeStore';
import type { Caller, CallerOf } from './createCallerOf';

export interface ClusterUpgradeRouteOptions {
  callerOf: CallerOf;
  permissions: FleetPermissions;
  store: {
    readonly claims: FleetClaimStore;
    readonly upgrades: FleetUpgradeStore;
  };
  clusterUpgrades: Pick<ClusterUpgrades, 'start' | 'stop'>;
}

/** Upgrades of clusters in waves. */
export function addClusterUpgradeRoutes(
  router: Router,
  options: ClusterUpgradeRouteOptions,
): void {
  const { callerOf, permissions, store, clusterUpgrades } = options;

  router.get('/cluster-upgrades', async (request, response) => {
    const { access } = await callerOf(request);
    const { cluster } = request.query as { cluster?: string };
    response.json({ items: await store.upgrades.list({ access, cluster }) });
  });

  router.post('/cluster-upgrades', async (request: Request, response) => {
    const caller = await callerOf(request);
    // As the OpenAPI router leaves it.
    const { version, waves } = request.body as {
      version: string;
      waves: { title: string; claims: string[] }[];
    };
    const claims = await claimsToChange(
      caller,
      waves.flatMap(wave => wave.claims),
    );
    const plan = await clusterUpgrades.start({
      version,
      requester: requesterOf(caller.credentials),
      waves: waves.map(wave => ({
        title: wave.title,
        claims: wave.claims.flatMap(id => claims.get(id) ?? []),
      })),
    });
    response.json(await shown(plan.id, caller));
  });

  router.post('/cluster-upgrades/:id/stop', async (request, response) => {
    const { id } = request.params;
    const caller = await callerOf(request);
    const plan = await store.upgrades.get(id);
    const [seen] = await store.upgrades.list({ access: caller.access, id });
    if (!plan || !seen) {
      throw new NotFoundError(
        `There is no upgrade ${JSON.stringify(id)} that you may see`,
      );
    }
    const ids = plan.waves.flatMap(({ clusters }) =>
      clusters.map(({ claimId }) => claimId),
    );
    const changeable = await changeableOf(caller, ids);
    // Those that are no longer claimed are nobody's to change.
    const existing = await store.claims.filter(ids, {
      clusters: true,
      applications: false,
      claims: true,
    });
    if (existing.some(claim => !changeable.has(claim))) {
      throw notAllowed('all of the clusters of this upgrade');
    }
    await clusterUpgrades.stop(id);
    response.json(await shown(id, caller));
  });

  async function shown(id: string, { access }: Caller) {
    const [upgrade] = await store.upgrades.list({ access, id });
    return upgrade;
  }

  async function changeableOf(
    { credentials, access }: Caller,
    ids: readonly string[],
  ): Promise<Set<string>> {
    const changeable = await permissions.narrowClaims(
      credentials,
      access,
      fleetClaimChangePermission,
    );
    return new Set(await store.claims.filter(ids, changeable));
  }

  async function claimsToChange(
    caller: Caller,
    ids: readonly string[],
  ): Promise<Map<string, Claim>> {
    const claims = new Map<string, Claim>();
    for (const id of new Set(ids)) {
      const claim = await store.claims.get(id, caller.access);
      if (!claim) {
        throw new InputError(
          `There is no claim ${JSON.stringify(id)} that you may see`,
        );
      }
      claims.set(id, claim);
    }
    const changeable = await changeableOf(caller, ids);
    const refused = [...claims.values()].filter(
      ({ id }) => !changeable.has(id),
    );
    if (refused.length > 0) {
      throw notAllowed(refused.map(({ name }) => name).join(', '));
    }
    return claims;
  }
}

function notAllowed(what: string): Error {
  return new NotAllowedError(
    `You may not change ${what}: permission ${fleetClaimChangePermission.name} is needed.`,
  );
}
