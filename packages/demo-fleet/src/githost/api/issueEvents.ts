import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import { userShape } from '../shapes/userShape';
import { pullOf } from './pullOf';

/** Of what happened to a pull request, that somebody put other commits in place of its own. */
export const issueEvents: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/issues/{number}/events',
    needs: 'read',
    answer(request) {
      const { host } = request;
      return paged(request, pullOf(request).forcePushes, push => ({
        id: push.id,
        event: 'head_ref_force_pushed',
        actor: userShape(host, push.by),
        commit_id: push.after,
        created_at: push.at.toISOString(),
      }));
    },
  },
];
