import type { ApiAnswer } from '../http/ApiAnswer';
import { ApiError, forbidden, notFound } from '../http/ApiError';
import type { ApiRequest } from '../http/ApiRequest';
import { matchPath } from '../http/Route';
import { hostRoutes, repositoryRoutes } from './routes';

/** Answers a request below `/api/v3`. Those who write to one repository wait for each other. */
export async function answerApi(
  request: Omit<ApiRequest, 'parameters'>,
  method: string,
  path: string,
): Promise<ApiAnswer> {
  for (const route of hostRoutes) {
    const parameters = route.method === method && matchPath(route.path, path);
    if (parameters) {
      return route.answer({ ...request, parameters });
    }
  }
  const { host, person } = request;
  const [, room, owner, name, ...rest] = path.split('/');
  const repository =
    room === 'repos' ? host.repositories.get(`${owner}/${name}`) : undefined;
  if (
    !repository ||
    !(repository.isPublic || person?.may('read', repository.fullName))
  ) {
    throw notFound();
  }
  const question = ['', ...rest].join('/');
  for (const route of repositoryRoutes) {
    const parameters =
      route.method === method && matchPath(route.path, question);
    if (!parameters) {
      continue;
    }
    const asked = { ...request, parameters, repository };
    if (route.needs === 'read') {
      return route.answer(asked);
    }
    if (!person) {
      throw new ApiError(401, 'Requires authentication');
    }
    if (!person.may(route.needs, repository.fullName)) {
      throw forbidden();
    }
    return repository.exclusively(async () =>
      route.answer({ ...asked, person }),
    );
  }
  throw notFound();
}
