import type { Octokit } from '@octokit/rest';
import type { GitTree } from '../GitTrees';
import type { GithubAddress } from './GithubAddress';

const link = '120000';

/** Every file at a revision. */
export async function listTree(
  octokit: Octokit,
  address: GithubAddress,
  revision: string,
): Promise<GitTree> {
  const { data } = await octokit.rest.git.getTree({
    ...address,
    tree_sha: revision,
    recursive: '1',
  });
  return {
    files: data.tree.flatMap(({ path, sha, size = 0, type, mode }) =>
      type === 'blob' && mode !== link && path && sha
        ? [{ path, sha, size }]
        : [],
    ),
    complete: !data.truncated,
  };
}

/** What is in a file, by its hash. */
export async function readBlob(
  octokit: Octokit,
  address: GithubAddress,
  sha: string,
): Promise<string> {
  const { data } = await octokit.rest.git.getBlob({
    ...address,
    file_sha: sha,
  });
  return Buffer.from(data.content, 'base64').toString();
}

/** The hash that a commit was made on. */
export async function parentOf(
  octokit: Octokit,
  address: GithubAddress,
  revision: string,
): Promise<string | undefined> {
  const { data } = await octokit.rest.git.getCommit({
    ...address,
    commit_sha: revision,
  });
  return data.parents.at(0)?.sha;
}
