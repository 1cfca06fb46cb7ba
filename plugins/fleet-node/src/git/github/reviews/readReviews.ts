import type { Octokit } from '@octokit/rest';
import type { GitReview } from '../../GitPullRequest';
import type { GithubAddress } from '../GithubAddress';
import { allPages } from './allPages';

const mostPages = 10;

const states: Readonly<Record<string, GitReview['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** Each review that was sent off, oldest first. Those of accounts that are gone are nobody's word any more. */
export async function readReviews(
  octokit: Octokit,
  address: GithubAddress,
  number: number,
): Promise<GitReview[]> {
  const reviews = await allPages(mostPages, at =>
    octokit.rest.pulls.listReviews({ ...address, pull_number: number, ...at }),
  );
  return reviews.flatMap(review => {
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
  });
}
