import {
  GitError,
  type GitHost,
  type GitProblem,
  type GitPullRequest,
  type GitPullRequestStanding,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import { creationEvents } from '../../promotion/creation/creationEvents';
import { isCreation } from '../../promotion/creation/isCreation';
import type { RequesterLogins } from '../../promotion/facts/RequesterLogins';
import { isPromotion, markOf } from '../../promotion/follow/PullRequestMark';
import { claimsFolder } from './claimsFolder';
import type {
  FollowedPullRequest,
  KnownPullRequest,
  RepositoryNews,
  RepositoryState,
} from './FollowedRepository';
import { pullRequestFacts } from './pullRequestFacts';
import { readBranchFiles } from './readBranchFiles';
import { readPullRequestFiles } from './readPullRequestFiles';

type Logins = Pick<RequesterLogins, 'of' | 'whoAre'>;

const dayMs = 24 * 60 * 60_000;
/** How long before all were looked at last ended ones are looked at again. */
const endedMs = 2 * dayMs;
/** Until all have been looked at once, as after the loss of the database. */
const firstEndedMs = 90 * dayMs;
/** In a turn; the others come in the next. */
const mostNew = 50;

/** What is so for all that a host is asked. */
const ofAll: readonly GitProblem[] = [
  'no-integration',
  'not-signed-in',
  'not-allowed',
  'throttled',
  'unreachable',
];

/**
 * Reads what is new in a repository: its claims where the branch has moved, and the pull requests that change claims, promote
 * something or bring a new application.
 */
export async function followRepository(
  git: { host: GitHost; repository: GitRepository },
  config: RepositoryConfig,
  known: RepositoryState,
  logins: Logins,
  now: Date,
): Promise<RepositoryNews> {
  const { host, repository } = git;
  const folder = claimsFolder(config.layout.claims);
  const base = config.branch ?? (await host.defaultBranch(repository));
  const account = await host.account(repository);
  const branch = await readBranchFiles(git, { base, folder }, known);
  const endedSince = known.completeAt
    ? Date.parse(known.completeAt) - endedMs
    : now.getTime() - firstEndedMs;
  const [open, ended] = await Promise.all([
    host.listPullRequests(repository, { state: 'open' }),
    host.listPullRequests(repository, {
      state: 'ended',
      updatedSince: new Date(endedSince).toISOString(),
    }),
  ]);
  // One that ended between the two is in both.
  const listed = new Map(
    [...open.pullRequests, ...ended.pullRequests]
      // A fork's is whoever's may read the repository.
      .filter(
        pullRequest =>
          !pullRequest.isFromFork &&
          (pullRequest.base === base ||
            isPromotion(pullRequest) ||
            isCreation(pullRequest)),
      )
      .map(pullRequest => [pullRequest.number, pullRequest]),
  );
  for (const [number, { state }] of known.pullRequests) {
    if (state === 'open' && !listed.has(number)) {
      listed.set(number, await host.pullRequest(repository, number));
    }
  }
  const pullRequests: FollowedPullRequest[] = [];
  let asked = 0;
  let complete = true;
  for (const pullRequest of listed.values()) {
    const before = known.pullRequests.get(pullRequest.number);
    const isNew = before?.head !== pullRequest.head;
    if (isNew && asked >= mostNew) {
      complete = false;
      continue;
    }
    asked += isNew ? 1 : 0;
    if (isNew || isTold(pullRequest, before)) {
      pullRequests.push(
        await followPullRequest(git, pullRequest, {
          url: config.url,
          account,
          folder,
          known,
          logins,
        }),
      );
    }
  }
  return { branch, pullRequests, complete };
}

/** What cannot be read of one keeps no other from being followed; it is asked for again the next time. */
async function followPullRequest(
  git: { host: GitHost; repository: GitRepository },
  pullRequest: GitPullRequest,
  {
    url,
    account,
    folder,
    known,
    logins,
  }: {
    url: string;
    account: string | undefined;
    folder: string;
    known: RepositoryState;
    logins: Logins;
  },
): Promise<FollowedPullRequest> {
  const { host, repository } = git;
  const { number, head, updatedAt, state } = pullRequest;
  const before = known.pullRequests.get(number);
  const promotes = isPromotion(pullRequest);
  const creates = isCreation(pullRequest);
  try {
    const files =
      before?.head === head
        ? undefined
        : await readPullRequestFiles(git, pullRequest, folder, known);
    const hasClaims = files
      ? files.claims.length > 0
      : before?.hasClaims ?? false;
    const isFollowed = hasClaims || promotes;
    const standing =
      isFollowed && (state === 'open' || promotes)
        ? await host.standing(repository, pullRequest)
        : undefined;
    // Lists do not say who merged it.
    const told =
      (isFollowed || creates) && state === 'merged'
        ? await host.pullRequest(repository, number)
        : pullRequest;
    const facts = pullRequestFacts(url, told, { account, standing });
    return {
      head,
      updatedAt,
      ...files,
      promotion: promotes
        ? markOf(told, standing, await logins.whoAre(namedIn(told, standing)))
        : undefined,
      events: creates
        ? await creationEvents(git, told, facts, logins)
        : undefined,
      facts,
    };
  } catch (error) {
    if (!(error instanceof GitError) || ofAll.includes(error.problem)) {
      throw error;
    }
    return {
      head: '',
      updatedAt,
      problems: [{ problem: `cannot be read: ${error.message}` }],
      facts: pullRequestFacts(url, pullRequest, { account }),
    };
  }
}

function namedIn(
  { author, mergedBy }: GitPullRequest,
  standing: GitPullRequestStanding | undefined,
): string[] {
  return [
    author,
    ...(mergedBy ? [mergedBy] : []),
    ...(standing?.approvals ?? []),
    ...(standing?.changesRequested ?? []),
  ];
}

/** Checks and rules change without the pull request; one that has ended changes no more. */
function isTold(
  { state, updatedAt }: GitPullRequest,
  before: KnownPullRequest | undefined,
): boolean {
  return (
    state !== before?.state ||
    updatedAt !== before.updatedAt ||
    (state === 'open' && (before.hasClaims || before.promotes))
  );
}
