import {
  readChange,
  type GitHost,
  type GitPullRequest,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { eventId, type NewEvent } from '../../store/promotion/events';
import {
  requestEvents,
  type MakeEvent,
} from '../../store/promotion/requestEvents';
import type { PullRequestFacts } from '../../store/rows/PullRequestRow';
import type { RequesterLogins } from '../facts/RequesterLogins';
import { readRequester } from '../follow/readRequester';
import { personOf } from '../people/personOf';
import { pipelineId, promotionId } from '../pipelineId';

/** How an application came into Git: who asked for it, who approved and merged it. None, where the pull request does not say what it brings. */
export async function creationEvents(
  { host, repository }: { host: GitHost; repository: GitRepository },
  pullRequest: GitPullRequest,
  facts: PullRequestFacts,
  logins: Pick<RequesterLogins, 'of' | 'whoAre'>,
): Promise<NewEvent[]> {
  const { number, author, body, createdAt } = pullRequest;
  const note = readChange(body);
  const application = note?.application;
  if (!application) {
    return [];
  }
  const [commits, reviews] = await Promise.all([
    host.pullRequestCommits(repository, number),
    host.reviews(repository, number),
  ]);
  const people = await logins.whoAre([
    author,
    ...(facts.endedBy ? [facts.endedBy] : []),
    ...reviews.map(({ login }) => login),
  ]);
  const requester = await readRequester(
    { host, repository },
    { number, author, note, commits },
    logins,
  );
  const { repository: url } = facts;
  const event: MakeEvent = (key, type, at, summary, more) => ({
    id: eventId(promotionId(url, number), type, key),
    at,
    type,
    summary,
    pipelineId: pipelineId(url, application),
    application,
    ...more,
  });
  return [
    event('', 'requested', createdAt, `${application} was asked for`, {
      actor: requester ?? personOf(author, people),
      url: facts.url,
    }),
    ...requestEvents({ facts, reviews, people }, event),
  ];
}
