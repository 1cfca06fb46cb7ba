import { readLog } from '../git/commits';
import { isAncestor } from '../git/refs';
import { checksOf } from './checks';
import { lacksOwner } from './lacksOwner';
import type { Community } from './Community';
import type { HostedRepository } from './HostedRepository';
import type { PullRequest, Review } from './PullRequest';

/** What a branch asks for before it moves. */
export interface Protection {
  /** By others than the author, with the right to write. */
  approvals: number;
  /** Checks that have to pass, by name. */
  checks?: readonly string[];
  /** Login of the App that alone may report them. Absent: whoever may write. */
  checksFrom?: string;
  /** The head must hold all of the base. */
  upToDate?: boolean;
  /** A push to the head takes approvals back. */
  dismissStale?: boolean;
  /** Whose the files are, as CODEOWNERS says, has to approve. */
  owners?: boolean;
  /** Commits have to be signed. */
  signatures?: boolean;
  /** It is one of GitHub's rulesets, which everybody may read who reads the repository; else it is a protection, for administrators. */
  isRuleset?: boolean;
}

/** The last word of each reviewer; comments take nothing back. */
export function standingReviews({ reviews }: PullRequest): Review[] {
  const last = new Map<string, Review>();
  for (const review of reviews) {
    if (review.state !== 'COMMENTED' && review.state !== 'PENDING') {
      last.set(review.author, review);
    }
  }
  return [...last.values()];
}

/** What is missing before a pull request may be merged, in GitHub's words; undefined: nothing. */
export async function missingForMerge(
  repository: HostedRepository,
  pull: PullRequest,
  { people, teams }: Community,
): Promise<string | undefined> {
  const protection = repository.protections.get(pull.base);
  if (!protection) {
    return undefined;
  }
  const standing = standingReviews(pull).filter(
    ({ author }) =>
      author !== pull.author &&
      people.get(author)?.may('write', repository.fullName),
  );
  if (standing.some(({ state }) => state === 'CHANGES_REQUESTED')) {
    return 'Changes have been requested.';
  }
  const approvals = standing.filter(({ state }) => state === 'APPROVED');
  if (approvals.length < protection.approvals) {
    return missingApprovals(protection);
  }
  if (protection.owners) {
    const logins = approvals.map(({ author }) => author);
    if (await lacksOwner(repository, pull, { logins, teams })) {
      return 'Waiting on code owner review.';
    }
  }
  if (protection.signatures && !(await isSigned(repository, pull))) {
    return 'Commits must have verified signatures.';
  }
  const { checks = [] } = protection;
  const known = checksOf(repository, pull.headSha);
  for (const name of checks) {
    const check = known.find(item => item.name === name);
    if (check?.state !== 'passed') {
      return check?.state === 'failed'
        ? `Required status check "${name}" is failing.`
        : `Required status check "${name}" is expected.`;
    }
  }
  return protection.upToDate &&
    !(await isAncestor(repository.git, pull.baseSha, pull.headSha))
    ? 'The head branch is not up to date with the base branch.'
    : undefined;
}

async function isSigned(
  { git, verified }: HostedRepository,
  { baseSha, headSha }: PullRequest,
): Promise<boolean> {
  const log = await readLog(git, [`${baseSha}..${headSha}`]);
  return log.every(({ sha }) => verified.has(sha));
}

/** Why nobody pushes to a protected branch, in GitHub's words. */
export function refusalOf(protection: Protection): string {
  return protection.approvals > 0
    ? missingApprovals(protection)
    : 'Changes must be made through a pull request.';
}

function missingApprovals({ approvals }: Protection): string {
  return `At least ${approvals} approving review${
    approvals === 1 ? ' is' : 's are'
  } required by reviewers with write access.`;
}
