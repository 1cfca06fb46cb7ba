import { ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import { paged } from '../http/paginate';
import type { HostRoute } from '../http/Route';
import { repositoryShape } from '../shapes/repositoryShape';
import { fullUserShape } from '../shapes/userShape';

export const users: HostRoute[] = [
  {
    method: 'GET',
    path: '/user',
    answer({ host, person }) {
      if (!person) {
        throw new ApiError(401, 'Requires authentication');
      }
      return ok(fullUserShape(host, person.login));
    },
  },
  {
    method: 'GET',
    path: '/user/repos',
    answer(request) {
      const { host, person } = request;
      const all = [...host.repositories.values()].filter(({ fullName }) =>
        person?.may('read', fullName),
      );
      return paged(request, all, repository =>
        repositoryShape(host, repository, person),
      );
    },
  },
  {
    method: 'GET',
    path: '/users/{login}',
    answer({ host, parameters: { login } }) {
      if (!host.people.has(login)) {
        throw notFound();
      }
      return ok(fullUserShape(host, login));
    },
  },
  {
    method: 'GET',
    path: '/apps/{slug}',
    answer({ host, parameters: { slug } }) {
      const login = `${slug}[bot]`;
      if (!host.people.has(login)) {
        throw notFound();
      }
      return ok({ id: fullUserShape(host, login).id, slug });
    },
  },
  {
    method: 'GET',
    path: '/rate_limit',
    answer({ host, person }) {
      const core = { ...host.rateLimit.stateOf(person), resource: 'core' };
      return ok({ resources: { core }, rate: core });
    },
  },
];
