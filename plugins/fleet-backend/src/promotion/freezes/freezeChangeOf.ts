import {
  readChange,
  type GitCommit,
  type GitHost,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RequesterLogins } from '../facts/RequesterLogins';
import { readRequester } from '../follow/readRequester';
import { personOf } from '../people/personOf';
import { personWords } from '../people/personWords';
import type { FreezeChange } from './FreezeChange';

/** Who had a file of freezes changed: of what came by a pull request, who asked for that and who merged it, else whose commit it is. */
export async function freezeChangeOf(
  { host, repository }: { host: GitHost; repository: GitRepository },
  commit: GitCommit & { author?: string },
  logins: Pick<RequesterLogins, 'of' | 'whoAre'>,
): Promise<FreezeChange> {
  const { revision, at, title, url, author } = commit;
  const number = await host.broughtBy(repository, revision);
  if (number === undefined) {
    const people = await logins.whoAre(author ? [author] : []);
    return { revision, at, title, url, by: author && personOf(author, people) };
  }
  const [pullRequest, commits] = await Promise.all([
    host.pullRequest(repository, number),
    host.pullRequestCommits(repository, number),
  ]);
  const { author: opener, mergedBy, endedAt = at, body } = pullRequest;
  const people = await logins.whoAre([opener, ...(mergedBy ? [mergedBy] : [])]);
  const requester = await readRequester(
    { host, repository },
    { number, author: opener, note: readChange(body), commits },
    logins,
  );
  const merged = mergedBy
    ? `${personWords(mergedBy, people)} merged #${number}`
    : `#${number} was merged`;
  return {
    revision,
    at: endedAt,
    title: `${merged}: ${pullRequest.title}`,
    url: pullRequest.url,
    by: requester ?? personOf(opener, people),
  };
}
