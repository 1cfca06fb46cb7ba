import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { GitPullRequest } from '../GitPullRequest';

type Methods = RestEndpointMethodTypes['pulls'];
type Answer =
  | Methods['list']['response']['data'][number]
  | Methods['get']['response']['data'];

const longestBody = 65_536;

/** What GitHub shows of a pull request, whether it was asked for one or for many. */
export function pullRequestOf(answer: Answer): GitPullRequest {
  const merged = Boolean(answer.merged_at);
  const unmerged = answer.state === 'open' ? 'open' : 'closed';
  return {
    number: answer.number,
    url: answer.html_url,
    title: answer.title,
    body: (answer.body ?? '').slice(0, longestBody),
    state: merged ? 'merged' : unmerged,
    draft: Boolean(answer.draft),
    branch: answer.head.ref,
    isFromFork: answer.head.repo?.full_name !== answer.base.repo.full_name,
    base: answer.base.ref,
    head: answer.head.sha,
    mergeRevision: (merged && answer.merge_commit_sha) || undefined,
    // Nobody, when the account is gone: GitHub shows it as "ghost".
    author: answer.user?.login ?? 'ghost',
    createdAt: answer.created_at,
    updatedAt: answer.updated_at,
    endedAt: answer.closed_at ?? undefined,
    mergedBy: ('merged_by' in answer && answer.merged_by?.login) || undefined,
  };
}
