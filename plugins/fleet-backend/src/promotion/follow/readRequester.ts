import {
  GitError,
  type ChangeNote,
  type GitForcePush,
  type GitHost,
  type GitPullRequestCommit,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RequesterLogins } from '../facts/RequesterLogins';
import { requesterOf } from './requesterOf';

/** Entity ref of who asked for a pull request, by what its Git host tells of it. */
export async function readRequester(
  git: { host: GitHost; repository: GitRepository },
  {
    number,
    author,
    note,
    commits,
  }: {
    number: number;
    /** Login of who opened it. */
    author: string;
    note?: Pick<ChangeNote, 'requester'>;
    commits: readonly GitPullRequestCommit[];
  },
  logins: Pick<RequesterLogins, 'of'>,
): Promise<string | undefined> {
  return requesterOf({ author, note }, commits, {
    account: await git.host.account(git.repository),
    logins,
    forcePushes: await forcePushesOf(git, number),
  });
}

/** Undefined: we are not told. */
async function forcePushesOf(
  { host, repository }: { host: GitHost; repository: GitRepository },
  number: number,
): Promise<GitForcePush[] | undefined> {
  try {
    return await host.forcePushes(repository, number);
  } catch (error) {
    if (
      error instanceof GitError &&
      ['not-allowed', 'not-found'].includes(error.problem)
    ) {
      return undefined;
    }
    throw error;
  }
}
