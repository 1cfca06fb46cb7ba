import { GitError } from '../../GitError';
import { commitMessage } from './commitMessage';
import { explainTree } from './explainTree';
import type { ProposalBase } from './readBase';
import type { ProposalContext } from './ProposalContext';
import { write } from './write';

/** A commit that puts a change on top of its base. Nobody sees it until a branch points to it. */
export async function writeCommit(
  context: ProposalContext,
  base: ProposalBase,
  parents: string[],
): Promise<string> {
  const { octokit, address, change } = context;
  const tree = await writeTree(context, base);
  if (tree === base.tree) {
    throw new GitError(
      'nothing-to-change',
      `${change.base} has all of this already: there is nothing to propose`,
    );
  }
  const { data } = await write(context, 'write a commit', () =>
    octokit.rest.git.createCommit({
      ...address,
      message: commitMessage(change, tree),
      tree,
      parents,
    }),
  );
  return data.sha;
}

/** The files of a change on top of others. */
export async function writeTree(
  context: ProposalContext,
  base: ProposalBase,
): Promise<string> {
  const { octokit, address, change } = context;
  try {
    const { data } = await write(context, 'write files', () =>
      octokit.rest.git.createTree({
        ...address,
        base_tree: base.tree,
        tree: change.files.map(({ path, text }) => ({
          path,
          mode: '100644',
          type: 'blob',
          ...(text === undefined
            ? // GitHub's word for a file that goes.
              { sha: null }
            : { content: text }),
        })),
      }),
    );
    return data.sha;
  } catch (error) {
    throw error instanceof GitError && error.problem === 'invalid-change'
      ? await explainTree(context, error)
      : error;
  }
}
