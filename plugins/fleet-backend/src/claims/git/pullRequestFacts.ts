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

/** A pull request as screens show it. */
export function pullRequestFacts(
  repository: string,
  pullRequest: GitPullRequest,
  standing = nothingSaid,
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
    requester: readChange(pullRequest.body)?.requester,
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
