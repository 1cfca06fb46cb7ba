import type { Octokit } from '@octokit/rest';
import type { GitForcePush } from '../../GitPullRequest';
import type { GithubAddress } from '../GithubAddress';
import { allPages } from '../allPages';

const mostPages = 10;

/** Who pushed to the head of a pull request by force. {@link https://docs.github.com/en/rest/using-the-rest-api/issue-event-types#head_ref_force_pushed} */
export async function readForcePushes(
  octokit: Octokit,
  address: GithubAddress,
  number: number,
): Promise<GitForcePush[]> {
  const events = await allPages('events', mostPages, at =>
    octokit.rest.issues.listEvents({ ...address, issue_number: number, ...at }),
  );
  return events
    .filter(({ event }) => event === 'head_ref_force_pushed')
    .map(({ actor, created_at: at }) => ({ login: actor?.login, at }));
}
