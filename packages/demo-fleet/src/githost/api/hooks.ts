import { instant } from '../git/commits';
import { created, noContent, ok } from '../http/ApiAnswer';
import { notFound, validationFailed } from '../http/ApiError';
import type { RepositoryRequest } from '../http/ApiRequest';
import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import type { Hook } from '../model/HostedRepository';

export const hooks: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/hooks',
    needs: 'admin',
    answer: request =>
      paged(request, request.repository.hooks, hook =>
        hookShape(request, hook),
      ),
  },
  {
    method: 'POST',
    path: '/hooks',
    needs: 'admin',
    answer(request) {
      const { host, repository, fields } = request;
      const config = fields.object('config');
      const url = config?.optionalText('url');
      if (!url || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
        throw validationFailed({
          resource: 'Hook',
          field: 'url',
          code: 'custom',
          message: 'url is missing a scheme or is no URL',
        });
      }
      const now = new Date();
      const events = fields.texts('events');
      const hook: Hook = {
        id: host.nextId(),
        url,
        secret: config?.optionalText('secret'),
        events: events.length > 0 ? events : ['push'],
        active: fields.optionalFlag('active') ?? true,
        createdAt: now,
        updatedAt: now,
      };
      repository.hooks.push(hook);
      return created(hookShape(request, hook));
    },
  },
  {
    method: 'GET',
    path: '/hooks/{id}',
    needs: 'admin',
    answer: request => ok(hookShape(request, hookOf(request))),
  },
  {
    method: 'DELETE',
    path: '/hooks/{id}',
    needs: 'admin',
    answer(request) {
      const { hooks: all } = request.repository;
      all.splice(all.indexOf(hookOf(request)), 1);
      return noContent();
    },
  },
];

function hookOf({ repository, parameters }: RepositoryRequest): Hook {
  const hook = repository.hooks.find(({ id }) => id === Number(parameters.id));
  if (!hook) {
    throw notFound();
  }
  return hook;
}

function hookShape({ host, repository }: RepositoryRequest, hook: Hook) {
  const url = `${host.apiUrl}/repos/${repository.fullName}/hooks/${hook.id}`;
  return {
    type: 'Repository',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: {
      url: hook.url,
      content_type: 'json',
      insecure_ssl: '0',
      // GitHub shows no secret either.
      ...(hook.secret && { secret: '********' }),
    },
    created_at: instant(hook.createdAt),
    updated_at: instant(hook.updatedAt),
    url,
    test_url: `${url}/test`,
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
    last_response: { code: null, status: 'unused', message: null },
  };
}
