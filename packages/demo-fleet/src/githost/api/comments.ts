import { created, ok } from '../http/ApiAnswer';
import { notFound, validationFailed } from '../http/ApiError';
import type { WriteRequest } from '../http/ApiRequest';
import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import type { Comment } from '../model/PullRequest';
import { commentShape } from '../shapes/reviewShape';
import { announce } from '../webhooks/announce';
import { pullOf } from './pullOf';

/** What is said below a pull request, beside its reviews. */
export const comments: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/issues/{number}/comments',
    needs: 'read',
    answer(request) {
      const { host, repository } = request;
      const pull = pullOf(request);
      return paged(request, pull.comments, comment =>
        commentShape(host, repository, pull, comment),
      );
    },
  },
  {
    method: 'POST',
    path: '/issues/{number}/comments',
    needs: 'write',
    answer(request) {
      const { host, repository, person } = request;
      const pull = pullOf(request);
      const now = new Date();
      const comment: Comment = {
        id: host.nextId(),
        author: person.login,
        body: bodyOf(request),
        createdAt: now,
        updatedAt: now,
      };
      pull.comments.push(comment);
      pull.updatedAt = now;
      const shape = commentShape(host, repository, pull, comment);
      announce(host, repository, 'issue_comment', {
        action: 'created',
        issue: { number: pull.number, title: pull.title },
        comment: shape,
        by: person,
      });
      return created(shape);
    },
  },
  {
    method: 'PATCH',
    path: '/issues/comments/{id}',
    needs: 'write',
    answer(request) {
      const { host, repository, parameters } = request;
      for (const pull of repository.pulls.values()) {
        const comment = pull.comments.find(
          ({ id }) => id === Number(parameters.id),
        );
        if (comment) {
          comment.body = bodyOf(request);
          comment.updatedAt = new Date();
          return ok(commentShape(host, repository, pull, comment));
        }
      }
      throw notFound();
    },
  },
];

function bodyOf({ fields }: WriteRequest): string {
  const body = fields.text('body');
  if (body.trim() === '') {
    throw validationFailed({
      resource: 'IssueComment',
      field: 'body',
      code: 'missing_field',
    });
  }
  return body;
}
