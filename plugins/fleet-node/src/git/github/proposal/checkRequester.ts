import { readChange } from '../../changeNote';
import { GitError } from '../../GitError';
import type { GitPullRequest } from '../../GitPullRequest';
import { requesterOfCommit } from './commitMessage';
import type { ProposalContext } from './ProposalContext';
import type { ProposedBranch } from './readBranch';

/** Refuses to make something else of what another person asked for. Whose it is, a branch only says of itself, which is enough to stop at. */
export function checkRequester(
  { change: { branch, body } }: ProposalContext,
  open: GitPullRequest,
  { commits: [first] }: Pick<ProposedBranch, 'commits'>,
): void {
  const written = first && requesterOfCommit(first);
  // Its body is edited by whoever may write to the repository.
  const theirs = inLowerCase(written ?? readChange(open.body)?.requester);
  if (theirs && theirs !== inLowerCase(readChange(body)?.requester)) {
    throw new GitError(
      'branch-taken',
      `the branch ${branch} has another change, which ${theirs} asked for, and it is not overwritten: merge or close ${open.url}, then ask again`,
    );
  }
}

/** Entity references tell no case. */
function inLowerCase(requester: string | undefined): string | undefined {
  return requester?.toLocaleLowerCase('en-US');
}
