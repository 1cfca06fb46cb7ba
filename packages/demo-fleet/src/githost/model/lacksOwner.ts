import ignore from 'ignore';
import { diffFiles, mergeBase } from '../git/diff';
import { readBlob } from '../git/objects';
import { listTree } from '../git/trees';
import type { Community } from './Community';
import type { HostedRepository } from './HostedRepository';
import type { PullRequest } from './PullRequest';

const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Whether a file that a pull request changes has owners of whom none has approved, by the CODEOWNERS of its base. */
export async function lacksOwner(
  repository: HostedRepository,
  { baseSha, headSha }: PullRequest,
  { logins, teams }: Pick<Community, 'teams'> & { logins: readonly string[] },
): Promise<boolean> {
  const { git } = repository;
  const rules = await readRules(repository, baseSha);
  const base = await mergeBase(git, baseSha, headSha);
  const files = base ? await diffFiles(git, base, headSha) : [];
  return files
    .flatMap(({ path, previousPath = path }) => [path, previousPath])
    .some(path => {
      const owners = rules.findLast(rule => rule.covers(path))?.owners ?? [];
      const agrees = owners.some(owner =>
        (teams.get(owner) ?? [owner]).some(login => logins.includes(login)),
      );
      return owners.length > 0 && !agrees;
    });
}

/** Of the first file that is there, in its order. */
async function readRules(
  { git }: HostedRepository,
  sha: string,
): Promise<{ owners: string[]; covers: (path: string) => boolean }[]> {
  for (const path of places) {
    const [file] = (await listTree(git, sha, { path })) ?? [];
    if (file) {
      const text = (await readBlob(git, file.sha)).toString('utf8');
      return text
        .split('\n')
        .map(line => line.replace(/#.*/, '').trim().split(/\s+/))
        .filter(([pattern]) => pattern)
        .map(([pattern, ...owners]) => {
          const files = ignore().add(pattern);
          return {
            owners: owners.map(owner => owner.replace(/^@/, '')),
            covers: changed => files.ignores(changed),
          };
        });
    }
  }
  return [];
}
