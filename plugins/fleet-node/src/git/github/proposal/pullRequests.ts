import type { GitPullRequest } from '../../GitPullRequest';
import { pullRequestOf } from '../pullRequestOf';
import type { ProposalContext } from './ProposalContext';
import { write } from './write';

/** The pull request that is open for the branch, and the newest, where that is over. */
export async function findPullRequests({
  octokit,
  address,
  change: { branch, base },
}: ProposalContext): Promise<{
  open?: GitPullRequest;
  ended?: GitPullRequest;
}> {
  const { data } = await octokit.rest.pulls.list({
    ...address,
    // The branch of the repository itself, and of no fork.
    head: `${address.owner}:${branch}`,
    base,
    state: 'all',
    sort: 'created',
    direction: 'desc',
  });
  const found = data
    .map(pullRequestOf)
    .filter(({ branch: from, base: to }) => from === branch && to === base);
  const open = found.find(({ state }) => state === 'open');
  const newest = found.at(0);
  return { open, ended: newest?.state === 'open' ? undefined : newest };
}

/** Gives a pull request the words of the change, where they are others. */
export async function rewordPullRequest(
  context: ProposalContext,
  pullRequest: GitPullRequest,
): Promise<GitPullRequest> {
  const { octokit, address, change } = context;
  const { title, body } = change;
  if (pullRequest.title === title && pullRequest.body === body) {
    return pullRequest;
  }
  const { data } = await write(context, 'describe a pull request', () =>
    octokit.rest.pulls.update({
      ...address,
      pull_number: pullRequest.number,
      title,
      body,
    }),
  );
  return { ...pullRequestOf(data), head: pullRequest.head };
}
