import type { Octokit, RestEndpointMethodTypes } from '@octokit/rest';
import type { GitReview } from '../../GitPullRequest';
import type { GithubAddress } from '../GithubAddress';
import { allPages } from '../allPages';
import { mayWrite } from './mayWrite';

const mostPages = 10;

const states: Readonly<Record<string, GitReview['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** Whose word GitHub lets count where it does not tell who may write. */
const insiders = ['OWNER', 'MEMBER', 'COLLABORATOR'];

type Listed =
  RestEndpointMethodTypes['pulls']['listReviews']['response']['data'][number];

/**
 * Each review that was sent off, oldest first. What others say than those who may write is a comment: anybody who reads a repository may
 * review.
 */
export async function readCountingReviews(
  octokit: Octokit,
  address: GithubAddress,
  number: number,
): Promise<GitReview[]> {
  const reviews = await listReviews(octokit, address, number);
  const counts = new Map<string, boolean>();
  for (const { user, state, author_association: association } of reviews) {
    const isVerdict = state === 'APPROVED' || state === 'CHANGES_REQUESTED';
    if (user && isVerdict && !counts.has(user.login)) {
      counts.set(
        user.login,
        (await mayWrite(octokit, address, user.login)) ??
          insiders.includes(association),
      );
    }
  }
  return reviews
    .flatMap(toReview)
    .map(review =>
      counts.get(review.login) === false
        ? { ...review, state: 'commented' }
        : review,
    );
}

/** Each review that was sent off, oldest first. Those of accounts that are gone are nobody's word any more. */
export async function readReviews(
  octokit: Octokit,
  address: GithubAddress,
  number: number,
): Promise<GitReview[]> {
  const reviews = await listReviews(octokit, address, number);
  return reviews.flatMap(toReview);
}

function listReviews(
  octokit: Octokit,
  address: GithubAddress,
  number: number,
): Promise<Listed[]> {
  return allPages('reviews', mostPages, at =>
    octokit.rest.pulls.listReviews({ ...address, pull_number: number, ...at }),
  );
}

function toReview(review: Listed): GitReview[] {
  const state = states[review.state];
  return review.user && state
    ? [
        {
          login: review.user.login,
          state,
          at: review.submitted_at ?? '',
          revision: review.commit_id ?? '',
          url: review.html_url,
        },
      ]
    : [];
}
