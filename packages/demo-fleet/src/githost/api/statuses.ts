import { created, ok } from '../http/ApiAnswer';
import { ApiError } from '../http/ApiError';
import { cutPage, linksTo, paged, pageOf } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import { latestStatuses, type CommitStatus } from '../model/checks';
import { repositoryShape } from '../shapes/repositoryShape';
import { statusShape } from '../shapes/statusShape';
import { announce } from '../webhooks/announce';
import { commitOf } from './commitOf';

const states = ['error', 'failure', 'pending', 'success'] as const;

export const statuses: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/commits/{ref}/status',
    needs: 'read',
    async answer(request) {
      const { host, repository, parameters } = request;
      const sha = await commitOf(repository, parameters.ref);
      const page = pageOf(request);
      const latest = latestStatuses(repository, sha);
      const own = `${host.apiUrl}/repos/${repository.fullName}/commits/${sha}`;
      return {
        ...ok({
          state: combined(latest),
          statuses: cutPage(latest, page).map(status =>
            statusShape(host, repository, status),
          ),
          sha,
          total_count: latest.length,
          repository: repositoryShape(host, repository),
          commit_url: own,
          url: `${own}/status`,
        }),
        headers: linksTo(request, page, latest.length),
      };
    },
  },
  {
    method: 'GET',
    path: '/commits/{ref}/statuses',
    needs: 'read',
    async answer(request) {
      const { host, repository, parameters } = request;
      const sha = await commitOf(repository, parameters.ref);
      const all = repository.statuses
        .filter(status => status.sha === sha)
        .reverse();
      return paged(request, all, status =>
        statusShape(host, repository, status),
      );
    },
  },
  {
    method: 'POST',
    path: '/statuses/{sha}',
    needs: 'write',
    async answer({ host, repository, person, fields, parameters }) {
      const sha = await commitOf(repository, parameters.sha);
      const state = fields.oneOf('state', states);
      const targetUrl = fields.optionalText('target_url');
      if (!state) {
        throw new ApiError(422, `Invalid request.\n\n"state" wasn't supplied.`);
      }
      if (targetUrl && !/^https?:\/\//.test(targetUrl)) {
        throw new ApiError(422, 'Target URL must use http(s) scheme');
      }
      const status: CommitStatus = {
        id: host.nextId(),
        sha,
        state,
        context: fields.optionalText('context') ?? 'default',
        description: fields.optionalText('description')?.slice(0, 140),
        targetUrl,
        creator: person.login,
        createdAt: new Date(),
      };
      repository.statuses.push(status);
      const shape = statusShape(host, repository, status);
      announce(host, repository, 'status', { ...shape, sha, by: person });
      return created(shape);
    },
  },
];

function combined(latest: readonly CommitStatus[]): string {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) {
    return 'failure';
  }
  return latest.length > 0 && latest.every(({ state }) => state === 'success')
    ? 'success'
    : 'pending';
}
