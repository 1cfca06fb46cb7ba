import type { GitHost } from '../GitHost';
import { instant } from '../git/commits';
import type { HostedRepository } from '../model/HostedRepository';
import type { PullRequest } from '../model/PullRequest';
import { labelShape } from './labelShape';
import { nodeId } from './nodeId';
import { repositoryShape } from './repositoryShape';
import { userShape } from './userShape';

/** A pull request as lists have it. */
export function pullShape(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
) {
  const { number } = pull;
  const own = `${host.apiUrl}/repos/${repository.fullName}`;
  const url = `${own}/pulls/${number}`;
  const page = pullPage(host, repository, pull);
  const branch = (ref: string, sha: string, owner = repository.owner) => ({
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: userShape(host, owner),
    repo: {
      ...repositoryShape(host, repository),
      full_name: `${owner}/${repository.name}`,
      fork: owner !== repository.owner,
    },
  });
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${own}/issues/${number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${own}/pulls/comments{/number}`,
    comments_url: `${own}/issues/${number}/comments`,
    statuses_url: `${own}/statuses/${pull.headSha}`,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userShape(host, pull.author),
    body: pull.body ?? null,
    labels: pull.labels.map(name => labelShape(host, repository, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: instant(pull.createdAt),
    updated_at: instant(pull.updatedAt),
    closed_at: pull.closedAt ? instant(pull.closedAt) : null,
    merged_at: pull.merged ? instant(pull.merged.at) : null,
    merge_commit_sha: pull.merged?.sha ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: pull.reviewers.map(login => userShape(host, login)),
    requested_teams: pull.teams.map(slug => ({
      id: 0,
      slug,
      name: slug,
      url: `${host.apiUrl}/orgs/${repository.owner}/teams/${slug}`,
    })),
    head: branch(pull.head, pull.headSha, pull.fork),
    base: branch(pull.base, pull.baseSha),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: `${own}/issues/${number}` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${own}/pulls/comments{/number}` },
      comments: { href: `${own}/issues/${number}/comments` },
      commits: { href: `${url}/commits` },
      statuses: { href: `${own}/statuses/${pull.headSha}` },
    },
    author_association: 'MEMBER',
    auto_merge: null,
    draft: pull.draft,
  };
}

/** Where people see it. */
export function pullPage(
  { url }: GitHost,
  { fullName }: HostedRepository,
  { number }: PullRequest,
): string {
  return `${url}/${fullName}/pull/${number}`;
}
