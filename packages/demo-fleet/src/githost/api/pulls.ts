import { readLog } from '../git/commits';
import { diffFiles, diffText, mergeBase } from '../git/diff';
import { created, media, ok } from '../http/ApiAnswer';
import type { RepositoryRequest } from '../http/ApiRequest';
import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import type { PullRequest } from '../model/PullRequest';
import { commitShape, fileShape } from '../shapes/commitShape';
import { fullPullShape } from '../shapes/fullPullShape';
import { pullShape } from '../shapes/pullShape';
import { openPull } from './openPull';
import { pullOf } from './pullOf';
import { updatePull } from './updatePull';

export const pulls: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/pulls',
    needs: 'read',
    answer(request) {
      return paged(request, listedPulls(request), pull =>
        pullShape(request.host, request.repository, pull),
      );
    },
  },
  {
    method: 'POST',
    path: '/pulls',
    needs: 'write',
    async answer(request) {
      const pull = await openPull(request);
      return created(
        await fullPullShape(request.host, request.repository, pull),
      );
    },
  },
  {
    method: 'GET',
    path: '/pulls/{number}',
    needs: 'read',
    async answer(request) {
      const { host, repository, form } = request;
      const pull = pullOf(request);
      if (form === 'diff' || form === 'patch') {
        const { git } = repository;
        const base = await mergeBase(git, pull.baseSha, pull.headSha);
        return media(
          'text/plain; charset=utf-8',
          base ? await diffText(git, base, pull.headSha) : '',
        );
      }
      return ok(await fullPullShape(host, repository, pull));
    },
  },
  {
    method: 'PATCH',
    path: '/pulls/{number}',
    needs: 'write',
    async answer(request) {
      const pull = pullOf(request);
      await updatePull(request, pull);
      return ok(await fullPullShape(request.host, request.repository, pull));
    },
  },
  {
    method: 'GET',
    path: '/pulls/{number}/commits',
    needs: 'read',
    async answer(request) {
      const { host, repository } = request;
      const pull = pullOf(request);
      const log = await readLog(repository.git, [
        '--reverse',
        `${pull.baseSha}..${pull.headSha}`,
      ]);
      return paged(request, log, commit =>
        commitShape(host, repository, commit),
      );
    },
  },
  {
    method: 'GET',
    path: '/pulls/{number}/files',
    needs: 'read',
    async answer(request) {
      const { host, repository } = request;
      const { git } = repository;
      const { baseSha, headSha } = pullOf(request);
      const base = await mergeBase(git, baseSha, headSha);
      const files = base ? await diffFiles(git, base, headSha) : [];
      return paged(request, files, file =>
        fileShape(host, repository, file, headSha),
      );
    },
  },
];

/** Filtered and ordered as a request asks. */
function listedPulls({ repository, url }: RepositoryRequest): PullRequest[] {
  const wanted = url.searchParams;
  const state = wanted.get('state') ?? 'open';
  const head = wanted.get('head');
  const base = wanted.get('base');
  const sort = wanted.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const direction =
    wanted.get('direction') ?? (wanted.has('sort') ? 'asc' : 'desc');
  const found = [...repository.pulls.values()]
    .filter(
      pull =>
        (state === 'all' || pull.state === state) &&
        (!head || `${repository.owner}:${pull.head}` === head) &&
        (!base || pull.base === base),
    )
    .sort(
      (one, other) =>
        one[sort].getTime() - other[sort].getTime() ||
        one.number - other.number,
    );
  return direction === 'desc' ? found.reverse() : found;
}
