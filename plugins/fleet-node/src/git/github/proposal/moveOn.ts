import { createHash } from 'node:crypto';
import { GitError } from '../../GitError';
import type { GitPullRequest } from '../../GitPullRequest';
import { changedSince } from './changedSince';
import { checkRequester } from './checkRequester';
import { isOwnCommit } from './commitMessage';
import type { ProposalContext } from './ProposalContext';
import type { ProposedBranch } from './readBranch';
import { writeCommit, writeTree } from './writeCommit';

/**
 * The commit that a branch has to move on to so that it is the change again, on top of the base as it is now. None, when it is that
 * already.
 */
export async function moveOn(
  context: ProposalContext,
  branch: ProposedBranch,
  open?: GitPullRequest,
): Promise<string | undefined> {
  if ((await isSame(context, branch)) && !(await isOutrun(context, branch))) {
    return undefined;
  }
  const foreign = branch.commits.find(commit => !isOwnCommit(commit));
  if (foreign || !branch.isWhole) {
    throw taken(context, foreign, open);
  }
  if (open) {
    checkRequester(context, open, branch);
  }
  const { head, base, commits, isBehind } = branch;
  if (commits.length === 0) {
    return writeCommit(context, base, [base.head]);
  }
  return writeCommit(context, base, isBehind ? [head, base.head] : [head]);
}

async function isSame(
  context: ProposalContext,
  { files, mergeBase, tree }: ProposedBranch,
): Promise<boolean> {
  const wanted = new Map(
    context.change.files.map(({ path, text }) => [
      path,
      text === undefined ? undefined : blobOf(text),
    ]),
  );
  const isPart = [...files].every(
    ([path, blob]) => wanted.has(path) && wanted.get(path) === blob,
  );
  // Others of the change may be as they were before it.
  return (
    isPart &&
    (files.size === wanted.size ||
      (await writeTree(context, mergeBase)) === tree)
  );
}

/** Whether the base has got other versions of the same files. */
async function isOutrun(
  context: ProposalContext,
  { isBehind, mergeBase, base }: ProposedBranch,
): Promise<boolean> {
  return (
    isBehind &&
    (await changedSince(context, mergeBase.head, base.head)).length > 0
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
