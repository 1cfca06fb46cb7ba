import type { GitHost } from '../GitHost';
import { instant } from '../git/commits';
import type { HostedRepository } from '../model/HostedRepository';
import type { Comment, PullRequest, Review } from '../model/PullRequest';
import { nodeId } from './nodeId';
import { pullPage } from './pullShape';
import { userShape } from './userShape';

export function reviewShape(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  review: Review,
) {
  const page = pullPage(host, repository, pull);
  const own = `${host.apiUrl}/repos/${repository.fullName}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: userShape(host, review.author),
    body: review.body,
    state: review.state,
    html_url: `${page}#pullrequestreview-${review.id}`,
    pull_request_url: own,
    author_association: 'MEMBER',
    _links: {
      html: { href: `${page}#pullrequestreview-${review.id}` },
      pull_request: { href: own },
    },
    submitted_at: instant(review.submittedAt),
    commit_id: review.commit,
  };
}

export function commentShape(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  comment: Comment,
) {
  const own = `${host.apiUrl}/repos/${repository.fullName}/issues`;
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${own}/comments/${comment.id}`,
    html_url: `${pullPage(host, repository, pull)}#issuecomment-${comment.id}`,
    issue_url: `${own}/${pull.number}`,
    user: userShape(host, comment.author),
    created_at: instant(comment.createdAt),
    updated_at: instant(comment.updatedAt),
    body: comment.body,
    author_association: 'MEMBER',
  };
}
