import { ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import { paged } from '../http/paginate';
import type { HostRoute } from '../http/Route';
import type { ApiRequest } from '../http/ApiRequest';
import { userShape } from '../shapes/userShape';

/** The teams of an organization, which nobody sees who is not of it. */
export const teams: HostRoute[] = [
  {
    method: 'GET',
    path: '/orgs/{organization}/teams/{slug}',
    answer(request) {
      const { host, parameters } = request;
      const members = membersOf(request);
      return ok({
        slug: parameters.slug,
        name: parameters.slug,
        members_count: members.length,
        url: `${host.apiUrl}/orgs/${parameters.organization}/teams/${parameters.slug}`,
      });
    },
  },
  {
    method: 'GET',
    path: '/orgs/{organization}/teams/{slug}/members',
    answer(request) {
      return paged(request, membersOf(request), login =>
        userShape(request.host, login),
      );
    },
  },
];

function membersOf({
  host,
  person,
  parameters,
}: ApiRequest): readonly string[] {
  const { organization, slug } = parameters;
  if (!person) {
    throw new ApiError(401, 'Requires authentication');
  }
  const isOfIt = [...host.repositories.values()].some(
    ({ owner, fullName }) =>
      owner === organization && person.may('read', fullName),
  );
  const members = host.teams.get(`${organization}/${slug}`);
  if (!isOfIt || !members) {
    throw notFound();
  }
  return members;
}
