import type { Octokit } from '@octokit/rest';
import type { GitStatus } from '../../GitPullRequest';
import type { GithubAddress } from '../GithubAddress';
import { write } from '../proposal/write';
import { firstPages } from '../allPages';

const longestDescription = 140;
const mostPages = 10;

const words = {
  passed: 'success',
  failed: 'failure',
  pending: 'pending',
} as const;

/** Says what a check says of a commit, where its last word was another. */
export async function writeStatus({
  octokit,
  address,
  host,
  status,
}: {
  octokit: Octokit;
  address: GithubAddress;
  host: string;
  status: GitStatus;
}): Promise<void> {
  const { revision, context, url = '' } = status;
  const state = words[status.state];
  const description = shorten(status.description);
  const { items: said } = await firstPages(mostPages, async at => {
    const { data } = await octokit.rest.repos.getCombinedStatusForRef({
      ...address,
      ref: revision,
      ...at,
    });
    return { data: data.statuses };
  });
  const isSaid = said.some(
    last =>
      last.context === context &&
      last.state === state &&
      (last.description ?? '') === description &&
      (last.target_url ?? '') === url,
  );
  if (isSaid) {
    return;
  }
  await write(
    { host, address },
    `set the status ${context}`,
    () =>
      octokit.rest.repos.createCommitStatus({
        ...address,
        sha: revision,
        state,
        context,
        description,
        target_url: url || undefined,
      }),
    'Commit statuses: write',
  );
}

function shorten(description: string): string {
  const line = description.replace(/\s+/g, ' ').trim();
  return line.length > longestDescription
    ? `${line.slice(0, longestDescription - 1)}…`
    : line;
}
