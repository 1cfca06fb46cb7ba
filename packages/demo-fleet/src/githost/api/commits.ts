import { readCommit, readLog } from '../git/commits';
import { diffFiles, diffText } from '../git/diff';
import { resolveCommit } from '../git/refs';
import { emptyTree, isTreePath } from '../git/trees';
import { media, ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import { linksTo, paged, pageOf } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import { commitShape, fileShape } from '../shapes/commitShape';
import { pullShape } from '../shapes/pullShape';
import { commitOf } from './commitOf';

export const commits: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/commits',
    needs: 'read',
    async answer(request) {
      const { host, repository, url } = request;
      const { git } = repository;
      const wanted = url.searchParams;
      const sha = await resolveCommit(git, wanted.get('sha') ?? 'HEAD');
      if (!sha) {
        if (wanted.has('sha')) {
          throw notFound();
        }
        throw new ApiError(409, 'Git Repository is empty.');
      }
      const path = wanted.get('path')?.replace(/^\/+|\/+$/g, '');
      if (path && !isTreePath(path)) {
        return ok([]);
      }
      const filter = [
        ...['since', 'until', 'author'].flatMap(name =>
          wanted.has(name) ? [`--${name}=${wanted.get(name)}`] : [],
        ),
        sha,
        '--',
        ...(path ? [`:(literal)${path}`] : []),
      ];
      const page = pageOf(request);
      const [count, log] = await Promise.all([
        git.text(['rev-list', '--count', ...filter]),
        readLog(git, [
          `--max-count=${page.size}`,
          `--skip=${(page.number - 1) * page.size}`,
          ...filter,
        ]),
      ]);
      return {
        ...ok(log.map(commit => commitShape(host, repository, commit))),
        headers: linksTo(request, page, Number(count)),
      };
    },
  },
  {
    method: 'GET',
    path: '/commits/{sha}/pulls',
    needs: 'read',
    async answer(request) {
      const { host, repository, parameters } = request;
      const sha = await commitOf(repository, parameters.sha);
      const pulls = [...repository.pulls.values()].filter(
        pull => pull.headSha === sha || pull.merged?.sha === sha,
      );
      return paged(request, pulls, pull => pullShape(host, repository, pull));
    },
  },
  {
    method: 'GET',
    path: '/commits/{ref*}',
    needs: 'read',
    async answer({ host, repository, parameters, form }) {
      const { git } = repository;
      const sha = await commitOf(repository, parameters.ref);
      if (form === 'sha') {
        return media('application/vnd.github.sha; charset=utf-8', sha);
      }
      const commit = await readCommit(git, sha);
      const [parent = emptyTree] = commit.parents;
      if (form === 'diff' || form === 'patch') {
        return media(
          'text/plain; charset=utf-8',
          await diffText(git, parent, sha),
        );
      }
      const files = await diffFiles(git, parent, sha);
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      return ok({
        ...commitShape(host, repository, commit),
        stats: { additions, deletions, total: additions + deletions },
        files: files.map(file => fileShape(host, repository, file, sha)),
      });
    },
  },
];
