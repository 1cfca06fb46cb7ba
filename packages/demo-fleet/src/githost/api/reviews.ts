import { ok } from '../http/ApiAnswer';
import { ApiError, notFound } from '../http/ApiError';
import { paged } from '../http/paginate';
import type { RepositoryRoute } from '../http/Route';
import { reviewPull, verdicts } from '../model/reviewPull';
import { reviewShape } from '../shapes/reviewShape';
import { pullOf } from './pullOf';

const events = Object.keys(verdicts) as (keyof typeof verdicts)[];

export const reviews: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/pulls/{number}/reviews',
    needs: 'read',
    answer(request) {
      const { host, repository } = request;
      const pull = pullOf(request);
      return paged(request, pull.reviews, review =>
        reviewShape(host, repository, pull, review),
      );
    },
  },
  {
    method: 'POST',
    path: '/pulls/{number}/reviews',
    needs: 'write',
    answer(request) {
      const { host, repository, person, fields } = request;
      const pull = pullOf(request);
      const review = reviewPull(host, repository, pull, {
        by: person,
        verdict: fields.oneOf('event', events) ?? 'COMMENT',
        body: fields.optionalText('body'),
      });
      return ok(reviewShape(host, repository, pull, review));
    },
  },
  {
    method: 'PUT',
    path: '/pulls/{number}/reviews/{review}/dismissals',
    needs: 'write',
    answer(request) {
      const { host, repository, fields, parameters } = request;
      const pull = pullOf(request);
      const review = pull.reviews.find(
        ({ id }) => id === Number(parameters.review),
      );
      if (!review) {
        throw notFound();
      }
      fields.text('message');
      if (review.state === 'COMMENTED') {
        throw new ApiError(
          422,
          'Can not dismiss a commented pull request review',
        );
      }
      review.state = 'DISMISSED';
      return ok(reviewShape(host, repository, pull, review));
    },
  },
];
