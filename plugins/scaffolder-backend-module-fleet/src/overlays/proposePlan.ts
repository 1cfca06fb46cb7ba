import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  changeBranch,
  describeChange,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetRepository } from '../repository/FleetRepositories';
import { outcomeWords } from '../repository/outcomeWords';
import {
  proposeChange,
  type ProposedChange,
} from '../repository/proposeChange';
import { diffOf } from '../text/diffOf';
import { pullRequestBody } from '../text/pullRequestBody';
import type { OverlayPlan } from './OverlayPlan';

/** What became of a plan. */
export type ProposedPlan = Omit<ProposedChange, 'remarks'> & {
  /** Which branch it is to be merged into. */
  base: string;
  branch: string;
};

/** Shows a plan in the log of the task, and opens its pull request. Undefined in a dry run. */
export async function proposePlan(
  context: Pick<
    ActionContext<JsonObject>,
    'logger' | 'user' | 'isDryRun' | 'checkpoint'
  >,
  source: FleetRepository,
  wanted: {
    application: string;
    /** Part of the branch. */
    subject: string;
    title: string;
    description?: string;
    base: string;
    readAt: string;
    plan: OverlayPlan;
    labels?: string[];
    reviewers?: string[];
  },
): Promise<ProposedPlan | undefined> {
  const { logger } = context;
  const { application, subject, title, description, base, readAt, plan } =
    wanted;
  const { files, kept } = plan;
  for (const { path, before, text } of files) {
    logger.info(diffOf(path, before, text));
  }
  kept.forEach(line => logger.info(line));
  const branch = changeBranch({ action: 'create', subject });
  if (files.length === 0) {
    logger.info(`${source.url} has all of it on ${base} already`);
    return { base, branch, outcome: 'nothing-to-change' };
  }
  if (context.isDryRun) {
    logger.info(`Would propose to ${source.url} on ${branch}: ${title}`);
    return undefined;
  }
  const requester = context.user?.ref;
  const body = pullRequestBody({ description, evidence: kept, requester });
  const { remarks, ...proposed } = await context.checkpoint({
    key: `pull request ${source.url} ${branch}`,
    fn: () =>
      proposeChange(source, {
        branch,
        base,
        readAt,
        title,
        body: requester
          ? describeChange(body, { action: 'create', requester, application })
          : body,
        files: files.map(({ path, text }) => ({ path, text })),
        labels: wanted.labels,
        reviewers: wanted.reviewers,
      }),
  });
  remarks.forEach(remark => logger.warn(remark));
  logger.info(outcomeWords(proposed, title));
  return { base, branch, ...proposed };
}
