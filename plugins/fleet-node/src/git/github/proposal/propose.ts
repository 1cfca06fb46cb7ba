import type { GitProposal } from '../../GitProposal';
import type { GitPullRequest } from '../../GitPullRequest';
import {
  createBranch,
  moveBranch,
  startBranchAnew,
  takeBranchBack,
} from './branches';
import { changedSince, moved } from './changedSince';
import { moveOn } from './moveOn';
import { openPullRequest } from './openPullRequest';
import type { ProposalContext } from './ProposalContext';
import { findPullRequests, rewordPullRequest } from './pullRequests';
import { readBase } from './readBase';
import { readBranch } from './readBranch';
import { writeCommit } from './writeCommit';

/**
 * Opens or updates the pull request of a change.
 *
 * To open one takes six requests, the fewest that GitHub's REST API allows for any number of files of which nobody sees half: whether
 * it is there already, the head of the base, a tree with all files, its commit, the branch, the pull request. Asked again, two tell
 * that nothing changed: the pull request, and the comparison of its branch with the base. Labels and reviewers take one more each.
 */
export async function propose(context: ProposalContext): Promise<GitProposal> {
  const { open, ended } = await findPullRequests(context);
  if (open) {
    return update(context, open);
  }
  const branch = await takeBranch(context, ended);
  const proposal = await openPullRequest(context, {
    isNew: branch.made !== undefined,
    closed: ended?.state === 'closed' ? ended : undefined,
  }).catch(async error => {
    throw branch.made
      ? await takeBranchBack(context, branch.made, error)
      : error;
  });
  if (branch.isWhole) {
    return proposal;
  }
  // Whoever opened the pull request says what is in it; else the branch would hold what another wants.
  const { pullRequest, outcome } = await update(context, proposal.pullRequest);
  return {
    ...proposal,
    pullRequest,
    outcome: proposal.outcome === 'opened' ? 'opened' : outcome,
  };
}

async function update(
  context: ProposalContext,
  open: GitPullRequest,
): Promise<GitProposal> {
  const branch = await readBranch(context);
  await checkReadAt(context, branch.base.head);
  const head = await moveOn(context, branch, open);
  if (!head) {
    return { pullRequest: open, outcome: 'unchanged', problems: [] };
  }
  await moveBranch(context, head);
  return {
    pullRequest: await rewordPullRequest(context, { ...open, head }),
    outcome: 'updated',
    problems: [],
  };
}

/** A branch to open a pull request for. */
interface TakenBranch {
  /** Its head, where it was made now. */
  made?: string;
  /** Whether it holds the change already. */
  isWhole: boolean;
}

/** Makes the branch. Where there is one without a pull request, that is taken up again. */
async function takeBranch(
  context: ProposalContext,
  ended: GitPullRequest | undefined,
): Promise<TakenBranch> {
  const base = await readBase(context);
  await checkReadAt(context, base.head);
  const head = await writeCommit(context, base, [base.head]);
  if (await createBranch(context, head)) {
    return { made: head, isWhole: true };
  }
  const branch = await readBranch(context);
  if (branch.head === head) {
    // The answer of the first try was lost on its way.
    return { made: head, isWhole: true };
  }
  const next = await moveOn(context, branch);
  if (next && branch.head === ended?.head) {
    // It was left by a pull request that is over, and its commits name who asked for that one.
    await startBranchAnew(context, head);
    return { made: head, isWhole: true };
  }
  if (next && branch.commits.length > 0) {
    return { isWhole: false };
  }
  if (next) {
    await moveBranch(context, next);
  }
  return { isWhole: true };
}

async function checkReadAt(
  context: ProposalContext,
  baseHead: string,
): Promise<void> {
  const { readAt, base } = context.change;
  if (!readAt || readAt === baseHead) {
    return;
  }
  const changed = await changedSince(context, readAt, baseHead);
  if (changed.length > 0) {
    throw moved(`${base} has another ${changed.join(', ')}`);
  }
}
