import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import {
  fleetApplicationPromotePermission,
  type PipelineStage,
  type PromotionPlan,
  type PromotionRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Request, Router } from 'express';
import { requesterOf } from '../../commands/requesterOf';
import type { FleetPermissions } from '../../permissions/FleetPermissions';
import type { Planner } from '../../promotion/Planner';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import type { Caller, CallerOf } from '../createCallerOf';
import { orGitAnswer } from './orGitAnswer';

export interface PromotionPlanRouteOptions {
  auditor: AuditorService;
  callerOf: CallerOf;
  permissions: Pick<FleetPermissions, 'narrowApplications'>;
  planner: Planner;
  store: {
    readonly promotions: Pick<
      FleetPromotionStore,
      'coversStage' | 'getPipeline' | 'hiddenClusters'
    >;
  };
}

/** What a promotion would change: the word of those who may promote, and the whole of it. */
export function addPromotionPlanRoutes(
  router: Router,
  options: PromotionPlanRouteOptions,
): void {
  const { auditor, callerOf, planner } = options;

  router.post('/promotions/plan', async (request: Request, response) => {
    const caller = await callerOf(request);
    // As the OpenAPI router leaves it.
    const asked = request.body as PromotionRequest;
    const seen = await seenStage(options, caller, asked);
    const { action, pipelineId, stage, from, revision } = asked;
    const event = await auditor.createEvent({
      eventId: 'promotion-plan',
      request,
      severityLevel: 'medium',
      meta: { actionType: action, pipelineId, stage, from, revision },
    });
    try {
      await checkAllowed(options, caller, asked);
      const plan = await orGitAnswer(async () =>
        planner.plan({
          ...asked,
          requester: personOf(caller),
          hidden: await options.store.promotions.hiddenClusters(
            pipelineId,
            caller.access,
          ),
        }),
      );
      await event.success({ meta: whatMoves(plan) });
      response.json({ ...plan, open: plan.open && seen.promotion });
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });
}

async function seenStage(
  { store }: PromotionPlanRouteOptions,
  { access }: Caller,
  { pipelineId, stage }: PromotionRequest,
): Promise<PipelineStage> {
  const pipeline = await store.promotions.getPipeline(pipelineId, access);
  if (!pipeline) {
    throw new NotFoundError(
      `There is no pipeline ${JSON.stringify(pipelineId)} that you may see`,
    );
  }
  const names = pipeline.stages.map(({ name }) => name);
  const seen = pipeline.stages.find(({ name }) => name === stage);
  if (!seen) {
    throw new InputError(
      `${pipeline.application} has no stage ${JSON.stringify(stage)}; it has ${
        names.join(', ') || 'none'
      }`,
    );
  }
  return seen;
}

async function checkAllowed(
  { permissions, store }: PromotionPlanRouteOptions,
  { access, credentials }: Caller,
  { pipelineId, stage }: PromotionRequest,
): Promise<void> {
  const promote = await permissions.narrowApplications(
    credentials,
    access,
    fleetApplicationPromotePermission,
  );
  if (!(await store.promotions.coversStage({ pipelineId, stage }, promote))) {
    throw new NotAllowedError(
      `You may not promote into ${stage}: permission ${fleetApplicationPromotePermission.name} is needed for each of its applications`,
    );
  }
}

/** The pull request names who asked for it, so that they do not approve it. */
function personOf({ credentials }: Caller): string {
  const requester = requesterOf(credentials);
  if (!/^user:/i.test(requester)) {
    throw new InputError(
      `A promotion is asked for by a person, and ${requester} is none: call in the name of a user`,
    );
  }
  return requester;
}

function whatMoves({ application, branch, moves, nothing }: PromotionPlan) {
  return {
    application,
    branch,
    moves: moves.map(({ summary }) => summary),
    nothing,
  };
}
