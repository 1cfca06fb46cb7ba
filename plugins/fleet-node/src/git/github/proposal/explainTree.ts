import { GitError } from '../../GitError';
import type { ProposalContext } from './ProposalContext';

/** Which file cannot be as a change wants it; GitHub says only that something is wrong, so that this is asked when something is. */
export async function explainTree(
  { octokit, address, change }: ProposalContext,
  otherwise = new GitError(
    'invalid-change',
    'more files would change than those that were given: nothing is proposed',
  ),
): Promise<GitError> {
  const { data } = await octokit.rest.git.getTree({
    ...address,
    tree_sha: change.base,
    recursive: '1',
  });
  const types = new Map(data.tree.map(({ path, type }) => [path, type]));
  const problems = change.files.flatMap(({ path, text }) => {
    const file = foldersOf(path).find(
      folder => types.has(folder) && types.get(folder) !== 'tree',
    );
    if (file) {
      return `${path} cannot be written, since ${file} is a file and no folder`;
    }
    if (types.get(path) === 'tree') {
      return `${path} is a folder and no file`;
    }
    return text === undefined && !types.has(path) && !data.truncated
      ? `${path} cannot be deleted, since there is none`
      : [];
  });
  return problems.length > 0
    ? new GitError(
        'invalid-change',
        `on ${change.base}, ${problems.join('; and ')}`,
      )
    : otherwise;
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
