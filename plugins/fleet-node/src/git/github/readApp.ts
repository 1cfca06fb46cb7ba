import type { Octokit } from '@octokit/rest';
import { githubAnswer, isThrottled } from './githubAnswer';

/** The id of the App that credentials are of. `unknown`: GitHub does not tell. */
export type OwnApp = number | 'none' | 'unknown';

/** Which App an account is of. */
export async function readApp(
  octokit: Octokit,
  login: string | undefined,
): Promise<OwnApp> {
  if (login === undefined) {
    return 'unknown';
  }
  const [, slug] = /^(.+)\[bot\]$/.exec(login) ?? [];
  if (!slug) {
    return 'none';
  }
  try {
    const { data } = await octokit.rest.apps.getBySlug({ app_slug: slug });
    return data?.id ?? 'unknown';
  } catch (error) {
    const answer = githubAnswer(error);
    if ([403, 404].includes(answer.status) && !isThrottled(answer)) {
      return 'unknown';
    }
    throw error;
  }
}
