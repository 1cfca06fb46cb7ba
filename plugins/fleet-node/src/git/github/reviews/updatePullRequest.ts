import type { Octokit } from '@octokit/rest';
import { GitError } from '../../GitError';
import type { GithubAddress } from '../GithubAddress';
import { write } from '../proposal/write';

/** Gives a pull request another body, and takes it out of draft, of which only GraphQL knows. */
export async function updatePullRequest({
  octokit,
  address,
  host,
  number,
  body,
  ready = false,
}: {
  octokit: Octokit;
  address: GithubAddress;
  host: string;
  number: number;
  body?: string;
  ready?: boolean;
}): Promise<void> {
  const { data } = await octokit.rest.pulls.get({
    ...address,
    pull_number: number,
  });
  if (body !== undefined && body !== withoutReturns(data.body ?? '')) {
    await write({ host, address }, 'describe a pull request', () =>
      octokit.rest.pulls.update({ ...address, pull_number: number, body }),
    );
  }
  if (ready && data.draft && data.state === 'open') {
    await write({ host, address }, 'take a pull request out of draft', () =>
      markReady(octokit, host, data.node_id),
    );
  }
}

async function markReady(
  octokit: Octokit,
  host: string,
  id: string,
): Promise<void> {
  try {
    await octokit.graphql(
      `mutation ($id: ID!) {
        markPullRequestReadyForReview(input: { pullRequestId: $id }) {
          pullRequest { isDraft }
        }
      }`,
      { id },
    );
  } catch (error) {
    // It fails with a status that says that all is well.
    const failure = graphqlFailure(error);
    if (!failure) {
      throw error;
    }
    const { type, message } = failure;
    throw type === 'FORBIDDEN'
      ? new GitError(
          'not-allowed',
          `the credentials for ${host} may not take a pull request out of draft: give them Pull requests: write (${host} says: ${message})`,
        )
      : new GitError(
          'broken-answer',
          `${host} does not take the pull request out of draft: ${message}`,
        );
  }
}

function graphqlFailure(
  error: unknown,
): { type?: string; message: string } | undefined {
  const { name, errors } = error as {
    name?: string;
    errors?: { type?: string; message: string }[];
  };
  return name === 'GraphqlResponseError' ? errors?.[0] : undefined;
}

/** GitHub's own form sends line ends of its own. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
