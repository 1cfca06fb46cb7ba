import type { GitHost } from '../GitHost';
import { ApiError } from '../http/ApiError';
import { pullShape } from '../shapes/pullShape';
import { reviewShape } from '../shapes/reviewShape';
import { announce } from '../webhooks/announce';
import type { HostedRepository } from './HostedRepository';
import type { Person } from './Person';
import type { PullRequest, Review } from './PullRequest';

export const verdicts = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

/** Says what somebody thinks of a pull request; nobody approves their own. */
export function reviewPull(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  options: { by: Person; verdict: keyof typeof verdicts; body?: string },
): Review {
  const { by, verdict, body = '' } = options;
  if (by.login === pull.author && verdict !== 'COMMENT') {
    throw new ApiError(
      422,
      verdict === 'APPROVE'
        ? 'Can not approve your own pull request'
        : 'Can not request changes on your own pull request',
    );
  }
  if (verdict !== 'APPROVE' && body.trim() === '') {
    throw new ApiError(
      422,
      `Body is required when the event is ${verdict}: say what should change`,
    );
  }
  const now = new Date();
  const review: Review = {
    id: host.nextId(),
    author: by.login,
    body,
    state: verdicts[verdict],
    commit: pull.headSha,
    submittedAt: now,
  };
  pull.reviews.push(review);
  pull.reviewers = pull.reviewers.filter(login => login !== by.login);
  pull.teams = pull.teams.filter(
    slug => !host.teams.get(`${repository.owner}/${slug}`)?.includes(by.login),
  );
  pull.updatedAt = now;
  announce(host, repository, 'pull_request_review', {
    action: 'submitted',
    review: {
      ...reviewShape(host, repository, pull, review),
      state: review.state.toLowerCase(),
    },
    pull_request: pullShape(host, repository, pull),
    by,
  });
  return review;
}
