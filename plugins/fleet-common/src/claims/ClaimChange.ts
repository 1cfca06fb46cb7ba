/**
 * What a pull request does to a claim.
 *
 * @public
 */
export const claimChanges = ['create', 'update', 'delete'] as const;

/** One of {@link claimChanges}. @public */
export type ClaimChange = (typeof claimChanges)[number];

/** How a pull request is. @public */
export const pullRequestStates = ['open', 'merged', 'closed'] as const;

/** One of {@link pullRequestStates}; `closed` is closed without being merged. @public */
export type PullRequestState = (typeof pullRequestStates)[number];
