import type { Octokit } from '@octokit/rest';
import type { GitFile } from '../../GitHost';
import type { GithubAddress } from '../GithubAddress';
import { readFiles } from '../readFiles';

/** Where GitHub looks for it: the first one counts. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** The file that says whose the files of a repository are; none where there is no such file. */
export async function readCodeOwners(
  octokit: Octokit,
  address: GithubAddress,
  revision: string,
): Promise<GitFile | undefined> {
  for (const path of places) {
    const { files } = await readFiles(octokit, address, { path, revision });
    const found = files.find(file => file.path === path);
    if (found) {
      return found;
    }
  }
  return undefined;
}
