import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { callerOf } from '../caller/callerOf';
import type { FleetActionServices } from '../FleetActionServices';
import { proposePlan } from '../repository/proposePlan';
import { examples } from './createAdoptAction.examples';

/** Proposes that Git says what somebody set live. */
export function createAdoptAction(services: FleetActionServices) {
  const { client, repositories } = services;
  return createTemplateAction({
    id: 'fleet:adopt',
    description:
      'Proposes that Git says what somebody set live: a drift of the kind override becomes a line in the overlay that delivers it, in the place that says it or in a patch. What looks like a secret is refused.',
    supportsDryRun: true,
    examples,
    schema: {
      input: {
        driftId: z => z.string().min(1).max(200),
        reason: z =>
          z.string().max(1000).optional().describe('For who reviews it.'),
        token: z =>
          z
            .string()
            .optional()
            .describe("The user's own token; by default the integration's."),
      },
      output: {
        outcome: z =>
          z
            .enum([
              'opened',
              'updated',
              'unchanged',
              'joined',
              'nothing-to-change',
            ])
            .describe(
              "unchanged: it was open already, just so; joined: somebody else's is open; nothing-to-change: Git says so already.",
            ),
        pullRequestUrl: z => z.string(),
        number: z => z.number(),
        branch: z => z.string(),
        summary: z => z.string().describe('What changes, in words.'),
        path: z => z.string().describe('The file that will say it.'),
        line: z => z.number().describe('In it, from 1 on.'),
      },
    },
    async handler(context) {
      const { input, logger, user } = context;
      const caller = await callerOf(context, services);
      const planAgain = () =>
        client.planAdoption(input.driftId, { reason: input.reason }, caller);
      const plan = await planAgain();
      const { summary, path, line, branch, warnings } = plan;
      logger.info(summary);
      logger.info(`It will be said in ${path}, line ${line}`);
      warnings.forEach(warning => logger.warn(warning));
      context.output('summary', summary);
      context.output('path', path);
      context.output('line', line);
      context.output('branch', branch);
      if (context.isDryRun) {
        plan.files.forEach(({ diff }) => logger.info(diff));
        logger.info(plan.nothing ?? `Would propose: ${plan.title}`);
        return;
      }
      const { outcome, url, number, remarks, requester } =
        await context.checkpoint({
          key: `pull request ${plan.repository} ${branch}`,
          fn: () =>
            proposePlan({
              plan,
              planAgain,
              source: repositories.find({
                url: plan.repository,
                token: input.token,
              }),
              requester: user?.ref,
              logger,
            }),
        });
      remarks.forEach(remark => logger.warn(remark));
      logger.info(
        outcome === 'joined'
          ? `${requester} asked for it already: ${url}`
          : `${url ?? plan.repository}: ${outcome}`,
      );
      context.output('outcome', outcome);
      if (url !== undefined && number !== undefined) {
        context.output('pullRequestUrl', url);
        context.output('number', number);
      }
    },
  });
}
