import type { Octokit } from '@octokit/rest';
import { githubAnswer, isThrottled } from './githubAnswer';

/** The id of the App that an account is of. Undefined: it is none, or GitHub does not tell. */
export async function readApp(
  octokit: Octokit,
  login: string | undefined,
): Promise<number | undefined> {
  const [, slug] = /^(.+)\[bot\]$/.exec(login ?? '') ?? [];
  if (!slug) {
    return undefined;
  }
  try {
    const { data } = await octokit.rest.apps.getBySlug({ app_slug: slug });
    return data?.id;
  } catch (error) {
    const answer = githubAnswer(error);
    if ([403, 404].includes(answer.status) && !isThrottled(answer)) {
      return undefined;
    }
    throw error;
  }
}
