import type { Octokit } from '@octokit/rest';
import { GitError } from '../GitError';
import type {
  GitCheck,
  GitPullRequest,
  GitPullRequestStanding,
  GitReview,
} from '../GitPullRequest';
import type { GithubAddress } from './GithubAddress';
import { allPages } from './allPages';
import { githubAnswer, isThrottled } from './githubAnswer';
import { readReviews } from './reviews/readReviews';

const mostPages = 10;

/** What reviewers, checks and commit statuses say of a pull request; unchanged, that costs nothing of the rate limit. */
export async function readStanding(
  octokit: Octokit,
  address: GithubAddress,
  { number, head }: Pick<GitPullRequest, 'number' | 'head'>,
): Promise<GitPullRequestStanding> {
  const [{ data }, reviews, ...answers] = await Promise.all([
    octokit.rest.pulls.get({ ...address, pull_number: number }),
    readReviews(octokit, address, number),
    orUnknown('Checks: read', () => readCheckRuns(octokit, address, head)),
    orUnknown('Commit statuses: read', () =>
      readStatuses(octokit, address, head),
    ),
  ]);
  const unknown = answers.flatMap(answer => answer.unknown ?? []);
  return {
    ...lastWords(reviews),
    checks: answers.flatMap(({ checks }) => checks),
    checksUnknown: unknown.length > 0 ? unknown.join('; ') : undefined,
    conflicts: data.mergeable === null ? undefined : !data.mergeable,
    blocked:
      data.mergeable_state === 'unknown'
        ? undefined
        : data.mergeable_state === 'blocked',
  };
}

/** A comment takes nothing back of what its author said before. */
function lastWords(
  reviews: readonly GitReview[],
): Pick<GitPullRequestStanding, 'approvals' | 'changesRequested'> {
  const words = new Map<string, GitReview['state']>();
  for (const { login, state } of reviews) {
    if (state !== 'commented') {
      words.set(login, state);
    }
  }
  const whoSaid = (word: GitReview['state']) =>
    [...words].filter(([, state]) => state === word).map(([login]) => login);
  return {
    approvals: whoSaid('approved'),
    changesRequested: whoSaid('changes-requested'),
  };
}

async function readCheckRuns(
  octokit: Octokit,
  address: GithubAddress,
  head: string,
): Promise<GitCheck[]> {
  const runs = await allPages('check runs', mostPages, async at => {
    const { data } = await octokit.rest.checks.listForRef({
      ...address,
      ref: head,
      ...at,
    });
    return { data: data.check_runs };
  });
  return runs.map(({ name, status, conclusion, html_url: url }) => ({
    name,
    state: stateOf(status === 'completed' ? conclusion : 'pending'),
    url: url ?? undefined,
  }));
}

async function readStatuses(
  octokit: Octokit,
  address: GithubAddress,
  head: string,
): Promise<GitCheck[]> {
  const statuses = await allPages('commit statuses', mostPages, async at => {
    const { data } = await octokit.rest.repos.getCombinedStatusForRef({
      ...address,
      ref: head,
      ...at,
    });
    return { data: data.statuses };
  });
  return statuses.map(({ context, state, target_url: url }) => ({
    name: context,
    state: stateOf(state),
    url: url ?? undefined,
  }));
}

function stateOf(word: string | null): GitCheck['state'] {
  switch (word) {
    case 'success':
    case 'neutral':
    case 'skipped':
      return 'passed';
    case 'pending':
      return 'pending';
    default:
      return 'failed';
  }
}

/** Tokens are often without these rights, and the rest is worth knowing still. */
async function orUnknown(
  right: string,
  read: () => Promise<GitCheck[]>,
): Promise<{ checks: GitCheck[]; unknown?: string }> {
  try {
    return { checks: await read() };
  } catch (error) {
    if (error instanceof GitError && error.problem === 'broken-answer') {
      return { checks: [], unknown: error.message };
    }
    const answer = githubAnswer(error);
    if (/^(?:403|404)$/.test(String(answer.status)) && !isThrottled(answer)) {
      return { checks: [], unknown: `the credentials need ${right}` };
    }
    throw error;
  }
}
