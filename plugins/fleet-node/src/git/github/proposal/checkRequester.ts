import { readChange } from '../../changeNote';
import { GitError } from '../../GitError';
import type { GitPullRequest } from '../../GitPullRequest';
import type { ProposalContext } from './ProposalContext';

/** Refuses to make something else of what another person asked for. Whose it is, a pull request only says of itself, which is enough to stop at. */
export function checkRequester(
  { change: { branch, body } }: ProposalContext,
  open: GitPullRequest,
): void {
  const theirs = requesterOf(open.body);
  if (theirs && theirs !== requesterOf(body)) {
    throw new GitError(
      'branch-taken',
      `the branch ${branch} has another change, which ${theirs} asked for, and it is not overwritten: merge or close ${open.url}, then ask again`,
    );
  }
}

/** Entity references tell no case. */
function requesterOf(body: string): string | undefined {
  return readChange(body)?.requester.toLocaleLowerCase('en-US');
}
