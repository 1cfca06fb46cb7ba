import type { Octokit } from '@octokit/rest';
import type { GithubAddress } from '../GithubAddress';
import { githubAnswer, isThrottled } from '../githubAnswer';
import { allPages } from '../allPages';

const mostPages = 10;

/** Logins of a team and of those below it. None are told to whom may not read the organization's members. */
export async function readTeamMembers(
  octokit: Octokit,
  { owner }: GithubAddress,
  team: string,
): Promise<string[] | undefined> {
  try {
    const members = await allPages('members of the team', mostPages, at =>
      octokit.rest.teams.listMembersInOrg({
        org: owner,
        team_slug: team,
        ...at,
      }),
    );
    return members.map(({ login }) => login);
  } catch (error) {
    const answer = githubAnswer(error);
    if (/^(?:403|404)$/.test(String(answer.status)) && !isThrottled(answer)) {
      return undefined;
    }
    throw error;
  }
}
