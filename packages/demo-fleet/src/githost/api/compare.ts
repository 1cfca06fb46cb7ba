import { readCommit, readLog } from '../git/commits';
import { diffFiles, diffText, mergeBase } from '../git/diff';
import { resolveCommit } from '../git/refs';
import { media, ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import { cutPage, linksTo, pageOf } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import { commitShape, fileShape } from '../shapes/commitShape';

const mostFiles = 300;

export const compare: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/compare/{basehead*}',
    needs: 'read',
    async answer(request) {
      const { host, repository, parameters, form } = request;
      const { git, fullName, owner } = repository;
      // Forks are not kept: a branch of somebody is one of the owner's.
      const [base, head] = await Promise.all(
        parameters.basehead
          .split('...')
          .map(ref => ref.replace(`${owner}:`, ''))
          .map(ref => resolveCommit(git, ref)),
      );
      if (!base || !head) {
        throw notFound();
      }
      const from = await mergeBase(git, base, head);
      if (!from) {
        throw new ApiError(
          404,
          `No common ancestor between ${base} and ${head}.`,
        );
      }
      if (form === 'diff') {
        return media(
          'text/plain; charset=utf-8',
          await diffText(git, from, head),
        );
      }
      const counts = await git.text([
        'rev-list',
        '--left-right',
        '--count',
        `${base}...${head}`,
      ]);
      const [behind, ahead] = counts.trim().split(/\s+/).map(Number);
      const page = pageOf(request, 100);
      const commits = await readLog(git, ['--reverse', `${base}..${head}`]);
      const files = page.number === 1 ? await diffFiles(git, from, head) : [];
      const own = `${host.apiUrl}/repos/${fullName}/compare/${base}...${head}`;
      const web = `${host.url}/${fullName}/compare`;
      return {
        ...ok({
          url: own,
          html_url: `${web}/${parameters.basehead}`,
          permalink_url: `${web}/${base}...${head}`,
          diff_url: `${web}/${parameters.basehead}.diff`,
          patch_url: `${web}/${parameters.basehead}.patch`,
          base_commit: commitShape(
            host,
            repository,
            await readCommit(git, base),
          ),
          merge_base_commit: commitShape(
            host,
            repository,
            await readCommit(git, from),
          ),
          status: statusOf(ahead, behind),
          ahead_by: ahead,
          behind_by: behind,
          total_commits: commits.length,
          commits: cutPage(commits, page).map(commit =>
            commitShape(host, repository, commit),
          ),
          files: files
            .slice(0, mostFiles)
            .map(file => fileShape(host, repository, file, head)),
        }),
        headers: linksTo(request, page, commits.length),
      };
    },
  },
];

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) {
    return behind > 0 ? 'diverged' : 'ahead';
  }
  return behind > 0 ? 'behind' : 'identical';
}
