import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitError,
  readChange,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetRepository } from '../repository/FleetRepositories';
import {
  proposeChange,
  type ProposedChange,
} from '../repository/proposeChange';
import { isSamePerson } from './isSamePerson';
import { tellPlan } from './tellPlan';

/** What became of a promotion, in what a checkpoint can keep. */
export type ProposedPromotion = Omit<ProposedChange, 'outcome'> & {
  outcome: ProposedChange['outcome'] | 'joined';
  /** Whose it is, where it is somebody else's. */
  requester?: string;
};

/** How often a plan is made again because the files it was made from have changed. */
const mostTurns = 2;

/** Opens the pull request of a plan, or finds the one that is there for the same stage, whoever asked for it. */
export async function proposePlan(options: {
  plan: PromotionPlan;
  /** Makes the plan again, of what is in Git by now. */
  planAgain: () => Promise<PromotionPlan>;
  source: FleetRepository;
  requester?: string;
  logger: LoggerService;
}): Promise<ProposedPromotion> {
  const { planAgain, source, requester, logger } = options;
  let { plan } = options;
  for (let turn = 0; ; turn++) {
    if (plan.nothing) {
      return { outcome: 'nothing-to-change', remarks: [plan.nothing] };
    }
    try {
      return await proposeChange(source, changeOf(plan));
    } catch (error) {
      const problem = error instanceof GitError ? error.problem : undefined;
      const theirs =
        problem === 'branch-taken' &&
        (await findTheirs(source, plan.branch, requester));
      if (theirs) {
        return theirs;
      }
      if (problem !== 'base-moved' || turn >= mostTurns) {
        throw error;
      }
      logger.info(`${(error as GitError).message}: it is planned again`);
      plan = await planAgain();
      tellPlan(logger, plan);
    }
  }
}

function changeOf(plan: PromotionPlan) {
  const { branch, base, readAt, title, body, labels, reviewers, draft } = plan;
  return {
    branch,
    base,
    readAt,
    title,
    body,
    labels,
    reviewers,
    draft,
    files: plan.files.map(({ path, text }) => ({ path, text })),
  };
}

/** The pull request that somebody else has open on the branch. Whose it is, it only says of itself, which is enough to point at it. */
async function findTheirs(
  { host, repository }: FleetRepository,
  branch: string,
  requester: string | undefined,
): Promise<ProposedPromotion | undefined> {
  const { pullRequests } = await host.listPullRequests(repository, {
    state: 'open',
    branchPrefix: branch,
  });
  const found = pullRequests.find(pull => pull.branch === branch);
  const theirs = found && readChange(found.body)?.requester;
  return theirs && !isSamePerson(theirs, requester)
    ? {
        outcome: 'joined',
        url: found.url,
        number: found.number,
        requester: theirs,
        remarks: [],
      }
    : undefined;
}
