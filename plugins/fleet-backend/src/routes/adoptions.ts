import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import {
  fleetApplicationPromotePermission,
  type AdoptionPlan,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Request, Router } from 'express';
import type { AdoptionPlanner } from '../adoption/AdoptionPlanner';
import { requesterOf } from '../commands/requesterOf';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { FleetDriftStore } from '../store/FleetDriftStore';
import type { FleetQueryStore } from '../store/FleetQueryStore';
import type { CallerOf } from './createCallerOf';
import { orGitAnswer } from './promotions/orGitAnswer';

export interface AdoptionRouteOptions {
  adoptions: Pick<AdoptionPlanner, 'plan' | 'whyNot'>;
  auditor: AuditorService;
  callerOf: CallerOf;
  permissions: FleetPermissions;
  store: Pick<FleetDriftStore, 'getDrift'> &
    Pick<FleetQueryStore, 'getApplication'>;
}

/** What Git would have to say to keep what is live. */
export function addAdoptionRoutes(
  router: Router,
  options: AdoptionRouteOptions,
): void {
  const { auditor } = options;

  router.get('/drifts/:id/adoptability', async (request, response) => {
    const { drift, application } = await find(options, request);
    response.json({ whyNot: options.adoptions.whyNot(drift, application) });
  });

  router.post('/drifts/:id/adoption-plan', async (request, response) => {
    const event = await auditor.createEvent({
      eventId: 'adoption-plan',
      request,
      meta: { drift: request.params.id },
    });
    try {
      const plan = await orGitAnswer(() => planFor(options, request));
      await event.success();
      response.json(plan);
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });
}

async function planFor(
  options: AdoptionRouteOptions,
  request: Request<{ id: string }>,
): Promise<AdoptionPlan> {
  const { drift, application, credentials } = await find(options, request);
  return options.adoptions.plan(drift, application, {
    requester: requesterOf(credentials),
    reason: request.body.reason,
  });
}

/** A drift with the application that it is of, where the caller may have Git say otherwise of that. */
async function find(
  { callerOf, permissions, store }: AdoptionRouteOptions,
  request: Request<{ id: string }>,
) {
  const { id } = request.params;
  const { access, credentials } = await callerOf(request);
  const drift = await store.getDrift(id, access);
  if (!drift) {
    throw new NotFoundError(
      `There is no drift ${JSON.stringify(id)} that you may see`,
    );
  }
  if (!drift.application) {
    throw new InputError(
      'It is of no application, so that nothing in Git delivers it',
    );
  }
  const allowed = await permissions.narrowApplications(
    credentials,
    access,
    fleetApplicationPromotePermission,
  );
  const detail = await store.getApplication(drift.application.id, allowed);
  if (!detail) {
    throw new NotAllowedError(
      `You may not have Git say this: it needs the permission ${fleetApplicationPromotePermission.name} for ${drift.application.name}`,
    );
  }
  return { drift, application: detail.application, credentials };
}
