import type {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const MINE = /(^|,)\s*mine=true\s*(?=,|$)/;

/** Owned by nobody: what somebody without any ownership owns. */
const NOBODY = 'owner=';

/** In a filter, `mine=true` stands for every owner that the caller is or is a member of. */
export function translateMine(options: {
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
}): RequestHandler {
  const { httpAuth, userInfo } = options;
  return async (request, _response, next) => {
    const holder = [request.query, request.body].find(
      ({ filter } = {}) =>
        Array.isArray(filter) && filter.some(item => MINE.test(String(item))),
    );
    if (!holder) {
      next();
      return;
    }
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    if (!('userEntityRef' in Object(credentials.principal))) {
      throw new InputError('The filter mine=true needs a user, not a service');
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const owners =
      ownershipEntityRefs.map(ref => `owner=${ref}`).join(',') || NOBODY;
    holder.filter = holder.filter.map((item: unknown) =>
      String(item).replace(MINE, `$1${owners}`),
    );
    next();
  };
}
