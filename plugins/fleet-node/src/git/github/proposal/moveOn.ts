import { createHash } from 'node:crypto';
import { GitError } from '../../GitError';
import type { GitPullRequest } from '../../GitPullRequest';
import { changedSince } from './changedSince';
import type { ProposalContext } from './ProposalContext';
import type { ProposedBranch } from './readBranch';
import { isOwnCommit, writeCommit } from './writeCommit';

/**
 * The commit that a branch has to move on to so that it is the change again, on top of the base as it is now. None, when it is that
 * already.
 */
export async function moveOn(
  context: ProposalContext,
  branch: ProposedBranch,
  open?: GitPullRequest,
): Promise<string | undefined> {
  if (isSame(context, branch) && !(await isOutrun(context, branch))) {
    return undefined;
  }
  const foreign = branch.commits.find(commit => !isOwnCommit(commit));
  if (foreign || !branch.isWhole) {
    throw taken(context, foreign, open);
  }
  const { head, base, commits, isBehind } = branch;
  if (commits.length === 0) {
    return writeCommit(context, base, [base.head]);
  }
  return writeCommit(context, base, isBehind ? [head, base.head] : [head]);
}

function isSame(
  { change }: ProposalContext,
  { files }: ProposedBranch,
): boolean {
  return (
    files.size === change.files.length &&
    change.files.every(
      ({ path, text }) =>
        files.has(path) &&
        files.get(path) === (text === undefined ? undefined : blobOf(text)),
    )
  );
}

/** Whether the base has got other versions of the same files. */
async function isOutrun(
  context: ProposalContext,
  { isBehind, mergeBase, base }: ProposedBranch,
): Promise<boolean> {
  return (
    isBehind && (await changedSince(context, mergeBase, base.head)).length > 0
  );
}

function taken(
  { change: { branch } }: ProposalContext,
  foreign: ProposedBranch['commits'][number] | undefined,
  open: GitPullRequest | undefined,
): GitError {
  const what = foreign
    ? `${foreign.revision.slice(0, 7)} by ${foreign.author ?? 'somebody'}`
    : 'more than can be looked at';
  return new GitError(
    'branch-taken',
    `the branch ${branch} has commits that were not made here (${what}), and they are not overwritten: ${
      open ? `merge or close ${open.url}` : 'merge them or delete the branch'
    }, then ask again`,
  );
}

/** The hash that Git gives to what is in a file. */
function blobOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
