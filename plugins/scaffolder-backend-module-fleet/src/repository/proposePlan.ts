import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  GitError,
  plannedChange,
  readChange,
  type PlannedChange,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetRepository } from './FleetRepositories';
import { proposeChange, type ProposedChange } from './proposeChange';
import { isSamePerson } from './isSamePerson';

/** What became of a plan, in what a checkpoint can keep. */
export type ProposedPlan = Omit<ProposedChange, 'outcome'> & {
  /** Joined: it is somebody else's. */
  outcome: ProposedChange['outcome'] | 'joined';
};

/** How often a plan is made again because the files it was made from have changed. */
const mostTurns = 2;

/** What the backend has planned to change in Git: by a promotion, say. */
export interface Plan extends PlannedChange {
  /** Why there is nothing to change. */
  nothing?: string;
}

/** Opens the pull request of a plan, or finds the one that is there on its branch, whoever asked for it. */
export async function proposePlan<T extends Plan>(options: {
  plan: T;
  /** Makes the plan again, of what is in Git by now. */
  planAgain: () => Promise<T>;
  /** Tells a plan that was made again. */
  tell?: (plan: T) => void;
  source: FleetRepository;
  requester?: string;
  logger: LoggerService;
}): Promise<ProposedPlan> {
  const { planAgain, tell, source, requester, logger } = options;
  let { plan } = options;
  for (let turn = 0; ; turn++) {
    if (plan.nothing) {
      return { outcome: 'nothing-to-change', remarks: [plan.nothing] };
    }
    try {
      return joinTheirs(
        await proposeChange(source, plannedChange(plan)),
        requester,
      );
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
      tell?.(plan);
    }
  }
}

/** Who wants the same as somebody else has no pull request of their own. */
function joinTheirs(
  proposed: ProposedChange,
  requester: string | undefined,
): ProposedPlan {
  const theirs = proposed.requester;
  return theirs && !isSamePerson(theirs, requester)
    ? { ...proposed, outcome: 'joined' }
    : proposed;
}

/** The pull request that somebody else has open on the branch. Whose it is, it only says of itself, which is enough to point at it. */
async function findTheirs(
  { host, repository }: FleetRepository,
  branch: string,
  requester: string | undefined,
): Promise<ProposedPlan | undefined> {
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
