import { created, ok } from '../http/ApiAnswer';
import { ApiError } from '../http/ApiError';
import type { RepositoryRoute } from '../http/Route';
import { pullShape } from '../shapes/pullShape';
import { announcePull } from '../webhooks/announcePull';
import { pullOf } from './pullOf';

const path = '/pulls/{number}/requested_reviewers';

export const reviewers: RepositoryRoute[] = [
  {
    method: 'GET',
    path,
    needs: 'read',
    answer(request) {
      const shape = pullShape(
        request.host,
        request.repository,
        pullOf(request),
      );
      return ok({
        users: shape.requested_reviewers,
        teams: shape.requested_teams,
      });
    },
  },
  {
    method: 'POST',
    path,
    needs: 'write',
    answer(request) {
      const { host, repository, person, fields } = request;
      const pull = pullOf(request);
      const logins = fields.texts('reviewers');
      if (logins.includes(pull.author)) {
        throw new ApiError(
          422,
          'Review cannot be requested from pull request author.',
        );
      }
      for (const login of logins) {
        if (!host.people.get(login)?.may('read', repository.fullName)) {
          throw new ApiError(
            422,
            'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ' +
              `${repository.fullName} repository.`,
          );
        }
      }
      const slugs = fields.texts('team_reviewers');
      if (slugs.some(slug => !host.teams.has(`${repository.owner}/${slug}`))) {
        throw new ApiError(
          422,
          'Could not resolve to a node with the global id of a team.',
        );
      }
      pull.reviewers = [...new Set([...pull.reviewers, ...logins])];
      pull.teams = [...new Set([...pull.teams, ...slugs])];
      announcePull(host, repository, pull, {
        action: 'review_requested',
        by: person,
      });
      return created(pullShape(host, repository, pull));
    },
  },
  {
    method: 'DELETE',
    path,
    needs: 'write',
    answer(request) {
      const { host, repository, fields } = request;
      const pull = pullOf(request);
      const logins = fields.texts('reviewers');
      const teams = fields.texts('team_reviewers');
      pull.reviewers = pull.reviewers.filter(login => !logins.includes(login));
      pull.teams = pull.teams.filter(slug => !teams.includes(slug));
      return ok(pullShape(host, repository, pull));
    },
  },
];
