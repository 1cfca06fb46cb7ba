import type { GatePullRequest } from '@fleetcommander/backstage-plugin-fleet-node';

/** Logins that gates may name; CODEOWNERS has teams and addresses among its own. */
export function loginsIn({
  pullRequest,
  requesters,
  reviews,
  commits,
  forcePushes,
  owners,
}: Pick<
  GatePullRequest,
  | 'pullRequest'
  | 'requesters'
  | 'reviews'
  | 'commits'
  | 'forcePushes'
  | 'owners'
>): string[] {
  return [
    pullRequest.author,
    ...('known' in requesters ? requesters.known : []),
    ...('known' in reviews ? reviews.known.map(({ login }) => login) : []),
    ...('known' in commits ? commits.known.map(({ author }) => author) : []),
    ...('known' in forcePushes
      ? forcePushes.known.flatMap(({ login }) => login ?? [])
      : []),
    ...('known' in owners
      ? owners.known.rules.flatMap(({ owners: names }) => names)
      : []),
  ];
}
