import { InputError } from '@backstage/errors';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type {
  PromotionAction,
  PromotionPlan,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { callerOf } from '../caller/callerOf';
import type { FleetActionServices } from '../FleetActionServices';
import { isSamePerson } from '../repository/isSamePerson';
import { outcomeWords } from '../repository/outcomeWords';
import { proposePlan, type ProposedPlan } from '../repository/proposePlan';
import { assertAsShown } from './assertAsShown';
import { tellPlan } from './tellPlan';

type PromotionInput = {
  pipelineId: string;
  stage: string;
  from?: string;
  revision?: string;
  reason?: string;
  shown?: string[];
  failWhenNothing?: boolean;
  token?: string;
};

type PromotionOutput = {
  outcome: ProposedPlan['outcome'];
  pullRequestUrl: string;
  number: number;
  branch: string;
  summary: string;
  requester: string;
  moves: { summary: string; kind: string; name: string }[];
  files: string[];
  gates: { gate: string; state: string; summary: string }[];
  url: string;
};

/**
 * Proposes what the fleet backend plans for a stage. Only the backend knows overlays, gates, and who may promote: it is asked as the
 * person who started the task.
 */
export async function makePromotion(
  context: ActionContext<PromotionInput, PromotionOutput>,
  services: FleetActionServices,
  action: PromotionAction,
): Promise<void> {
  const { client, portalUrl, repositories } = services;
  const { input, logger, user } = context;
  const { token, failWhenNothing, shown, ...asked } = input;
  const caller = await callerOf(context, services);
  const planNow = async () => {
    const planned = await client.promotions.plan({ ...asked, action }, caller);
    assertAsShown(planned, shown);
    return planned;
  };
  const plan = await planNow();
  tellPlan(logger, plan);
  outputPlan(context, plan);
  context.output('url', `${portalUrl}/fleet/promotions`);
  if (plan.nothing && failWhenNothing) {
    throw new InputError(plan.nothing);
  }
  if (context.isDryRun) {
    plan.files.forEach(({ diff }) => logger.info(diff));
    logger.info(plan.nothing ?? `Would propose: ${plan.title}`);
    return;
  }

  const { outcome, url, number, requester, remarks } =
    joinOpen(plan, user?.ref) ??
    (await context.checkpoint({
      key: `pull request ${plan.repository} ${plan.branch}`,
      fn: () =>
        proposePlan({
          plan,
          planAgain: planNow,
          tell: again => tellPlan(logger, again),
          source: repositories.find({ url: plan.repository, token }),
          requester: user?.ref,
          logger,
        }),
    }));
  remarks.forEach(remark => logger.warn(remark));
  const summary = summaryOf(outcome, { plan, url, requester });
  logger.info(summary);
  context.output('outcome', outcome);
  context.output('summary', summary);
  if (url !== undefined && number !== undefined) {
    context.output('pullRequestUrl', url);
    context.output('number', number);
    context.output('requester', requester ?? user?.ref ?? '');
  }
}

function outputPlan(
  context: Pick<ActionContext<PromotionInput, PromotionOutput>, 'output'>,
  { branch, moves, files, gates }: PromotionPlan,
): void {
  context.output('branch', branch);
  context.output(
    'moves',
    Array.from(moves, ({ summary, kind, name, from, to }) => ({
      summary,
      kind,
      name,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
  );
  context.output(
    'files',
    Array.from(files, ({ path }) => path),
  );
  context.output(
    'gates',
    Array.from(gates, ({ gate, state, summary }) => ({ gate, state, summary })),
  );
}

/** Two people who want the same meet in one pull request: the one who came first is its author. */
function joinOpen(
  { open, action, nothing }: PromotionPlan,
  requester: string | undefined,
): ProposedPlan | undefined {
  const { pullRequest } = open ?? {};
  return !nothing &&
    open?.action === action &&
    pullRequest?.state === 'open' &&
    open.requester &&
    !isSamePerson(open.requester, requester)
    ? {
        outcome: 'joined',
        url: pullRequest.url,
        number: pullRequest.number,
        requester: open.requester,
        remarks: [],
      }
    : undefined;
}

function summaryOf(
  outcome: ProposedPlan['outcome'],
  {
    plan,
    url,
    requester,
  }: { plan: PromotionPlan; url?: string; requester?: string },
): string {
  switch (outcome) {
    case 'joined':
      return `${requester} asked for a change of ${plan.to} already, which is under way as ${url}: nothing is made beside it`;
    case 'nothing-to-change':
      return plan.nothing ?? `${plan.to} has it already: nothing is made`;
    default:
      return outcomeWords({ outcome, url }, plan.title);
  }
}
