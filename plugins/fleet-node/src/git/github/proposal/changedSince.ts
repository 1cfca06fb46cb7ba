import { GitError } from '../../GitError';
import { githubAnswer } from '../githubAnswer';
import type { ProposalContext } from './ProposalContext';

/** GitHub lists no more of them. */
const mostFiles = 300;

/** Which of the files of a change are others at the head of the base than they were at a revision. */
export async function changedSince(
  { octokit, address, change }: ProposalContext,
  revision: string,
  baseHead: string,
): Promise<string[]> {
  const { data } = await octokit.rest.repos
    .compareCommitsWithBasehead({
      ...address,
      basehead: `${revision}...${baseHead}`,
    })
    .catch(error => {
      throw githubAnswer(error).status === 404
        ? moved(`${change.base} no longer has the revision ${revision}`)
        : error;
    });
  const changed = data.files ?? [];
  if (data.behind_by > 0) {
    throw moved(`the history of ${change.base} was rewritten`);
  }
  if (changed.length >= mostFiles) {
    throw moved(`more than ${mostFiles} files of ${change.base} changed`);
  }
  const names = new Set(
    changed.flatMap(file => [file.filename, file.previous_filename]),
  );
  return change.files.map(({ path }) => path).filter(path => names.has(path));
}

/** The files were read too long ago. */
export function moved(what: string): GitError {
  return new GitError(
    'base-moved',
    `${what} since the files were read: read them again, and make the change anew`,
  );
}
