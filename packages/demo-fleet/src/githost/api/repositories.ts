import { media, ok } from '../http/ApiAnswer';
import { notFound } from '../http/ApiError';
import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import { repositoryShape } from '../shapes/repositoryShape';
import { userShape } from '../shapes/userShape';
import { commitOf } from './commitOf';

export const repositories: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '',
    needs: 'read',
    answer: ({ host, repository, person }) =>
      ok(repositoryShape(host, repository, person)),
  },
  {
    method: 'GET',
    path: '/collaborators',
    needs: 'write',
    answer(request) {
      const { host, repository } = request;
      const all = [...host.people.values()].filter(person =>
        person.may('read', repository.fullName),
      );
      return paged(request, all, ({ login }) => userShape(host, login));
    },
  },
  {
    method: 'GET',
    path: '/collaborators/{login}/permission',
    needs: 'write',
    answer({ host, repository, parameters }) {
      const person = host.people.get(parameters.login);
      if (!person) {
        throw notFound();
      }
      const permission = person.accessTo(repository.fullName);
      return ok({
        permission,
        role_name: permission,
        user: userShape(host, person.login),
      });
    },
  },
  {
    method: 'GET',
    path: '/tarball/{ref*}',
    needs: 'read',
    async answer({ repository, parameters }) {
      const { git, owner, name } = repository;
      const sha = await commitOf(repository, parameters.ref);
      const { stdout } = await git.run([
        'archive',
        '--format=tar.gz',
        `--prefix=${owner}-${name}-${sha.slice(0, 7)}/`,
        sha,
      ]);
      return media('application/x-gzip', stdout);
    },
  },
];
