import type {
  GatePullRequest,
  GitReview,
  Known,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isSameLogin } from '../people/isSameLogin';
import { personWords } from '../people/personWords';

/** What people have said of a pull request that counts. */
export interface Approvals {
  /** Those whose last word approves what would be merged now. */
  approved: GitReview[];
  /** Those whose last word asks for changes. */
  against: GitReview[];
  /** In words: whose approval does not count, and why. */
  notCounted: string[];
  /** Who has put other commits in place of its own, whoever those say that wrote them. */
  replacedBy: { login: string; at: string }[];
}

/**
 * Whose last word it is, of those who may say it: neither who asked for the promotion nor who wrote or pushed some of it, and of nothing
 * but the head, since what came after was not seen. Git lets anybody write any name into a commit: where something was added to what was
 * opened, by a machine or by a person, only signatures say who wrote what; and where others have put something in its place, the Git host
 * says who did.
 */
export function approvalsOf(request: GatePullRequest): Known<Approvals> {
  const { pullRequest, reviews, commits, forcePushes, requesters } = request;
  if ('unknown' in reviews) {
    return reviews;
  }
  if ('unknown' in requesters) {
    return requesters;
  }
  if ('unknown' in commits) {
    return {
      unknown: `who wrote its commits cannot be read: ${commits.unknown}`,
    };
  }
  if ('unknown' in forcePushes) {
    return {
      unknown: `who put other commits in place of its own cannot be read: ${forcePushes.unknown}`,
    };
  }
  const replacedBy = forcePushes.known.flatMap(({ login, at }) =>
    login === undefined ? [] : { login, at },
  );
  if (replacedBy.length < forcePushes.known.length) {
    return {
      unknown:
        'somebody whose account is gone put other commits in place of its own: have the promotion opened again',
    };
  }
  const [unsigned] = commits.known.filter(({ verified }) => !verified);
  if (commits.known.length > 1 && unsigned) {
    return {
      unknown: `commit ${unsigned.revision.slice(
        0,
        7,
      )} is not signed, so anybody may have written it in another name: sign it, or have the promotion opened again`,
    };
  }
  const authors = [...requesters.known, pullRequest.author];
  const writers = commits.known.flatMap(({ author, committer }) => [
    author,
    committer,
  ]);
  const pushers = replacedBy.map(({ login }) => login);
  const approved: GitReview[] = [];
  const against: GitReview[] = [];
  const notCounted: string[] = [];
  for (const review of lastWords(reviews.known)) {
    const { login, state, revision } = review;
    const name = personWords(login, request.people);
    const isOneOf = (logins: readonly string[]) =>
      logins.some(other => isSameLogin(login, other));
    if (state === 'changes-requested') {
      against.push(review);
    } else if (state !== 'approved') {
      continue;
    } else if (isOneOf(authors)) {
      notCounted.push(`${name} asked for it`);
    } else if (isOneOf(writers)) {
      notCounted.push(`${name} wrote some of it`);
    } else if (isOneOf(pushers)) {
      notCounted.push(`${name} put other commits in place of its own`);
    } else if (revision !== pullRequest.head) {
      notCounted.push(`${name} approved what it was before its last commit`);
    } else {
      approved.push(review);
    }
  }
  return { known: { approved, against, notCounted, replacedBy } };
}

/** What each of them said last. A comment takes nothing back. */
export function lastWords(reviews: readonly GitReview[]): GitReview[] {
  const last = new Map<string, GitReview>();
  for (const review of reviews) {
    if (review.state !== 'commented') {
      last.set(review.login.toLowerCase(), review);
    }
  }
  return [...last.values()];
}
