import type {
  ChangeNote,
  GitForcePush,
  GitPullRequestCommit,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RequesterLogins } from '../facts/RequesterLogins';
import { isSameLogin } from '../people/isSameLogin';

/**
 * Entity ref of who asked for a change. Of what our own account opened, its first commit says so, which nobody edits as they may edit
 * a body: where another commit took its place, whatever name that has, nobody knows. Of what somebody opened as themselves, the body, where the catalog or the config knows its author as the one that it names.
 */
export async function requesterOf(
  { author, note }: { author: string; note?: Pick<ChangeNote, 'requester'> },
  [first]: readonly GitPullRequestCommit[],
  {
    account,
    logins,
    forcePushes,
  }: {
    account: string | undefined;
    logins: Pick<RequesterLogins, 'of'>;
    /** Undefined: nobody tells. */
    forcePushes: readonly GitForcePush[] | undefined;
  },
): Promise<string | undefined> {
  const isOurs = (login: string) =>
    account !== undefined && isSameLogin(login, account);
  const said = note?.requester;
  if (isOurs(author)) {
    const isOurWork = forcePushes?.every(
      ({ login }) => login !== undefined && isOurs(login),
    );
    return first && isOurs(first.author) && isOurWork
      ? first.requester ?? said
      : undefined;
  }
  const known = said === undefined ? undefined : await logins.of(said);
  return known &&
    'known' in known &&
    known.known.some(login => isSameLogin(login, author))
    ? said
    : undefined;
}
