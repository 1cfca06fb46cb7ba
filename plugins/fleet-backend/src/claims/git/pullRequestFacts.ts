import {
  readChange,
  type GitPullRequest,
  type GitPullRequestStanding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { PullRequestFacts } from '../../store/rows/PullRequestRow';
import { waitsFor } from './waitsFor';

const nothingSaid: GitPullRequestStanding = {
  approvals: [],
  changesRequested: [],
  checks: [],
};

/** A pull request as screens show it. Who asked for it is told of those that our own account opened. */
export function pullRequestFacts(
  repository: string,
  pullRequest: GitPullRequest,
  {
    account,
    standing = nothingSaid,
  }: { account?: string; standing?: GitPullRequestStanding },
): PullRequestFacts {
  const { number, url, title, state, draft, branch, author } = pullRequest;
  const count = (wanted: string) =>
    standing.checks.filter(check => check.state === wanted).length;
  return {
    url,
    repository,
    number,
    title,
    state,
    draft,
    branch,
    author,
    // Others may write into theirs what they like.
    requester:
      author === account ? readChange(pullRequest.body)?.requester : undefined,
    createdAt: pullRequest.createdAt,
    endedAt: pullRequest.endedAt,
    endedBy: pullRequest.mergedBy,
    approvals: standing.approvals.length,
    changesRequested: standing.changesRequested.length,
    checks: {
      passed: count('passed'),
      failed: count('failed'),
      pending: count('pending'),
    },
    conflicts: standing.conflicts,
    summary: waitsFor(pullRequest, standing),
  };
}
