import type { PromotionEvent } from '@fleetcommander/backstage-plugin-fleet-common';
import type { GitReview } from '@fleetcommander/backstage-plugin-fleet-node';
import type { People } from '../../promotion/people/People';
import { personOf } from '../../promotion/people/personOf';
import { personWords } from '../../promotion/people/personWords';
import type { PullRequestFacts } from '../rows/PullRequestRow';
import type { NewEvent } from './events';

/** Makes one event of a kind; those with the same key are the same. */
export type MakeEvent = (
  key: string,
  type: PromotionEvent['type'],
  at: string,
  summary: string,
  more?: Pick<PromotionEvent, 'actor' | 'url'>,
) => NewEvent;

/** What people did to a pull request: who opened it, what reviewers said, who merged or closed it. */
export function requestEvents(
  {
    facts,
    reviews,
    people,
  }: {
    facts: PullRequestFacts;
    reviews: readonly GitReview[];
    people: People;
  },
  event: MakeEvent,
): NewEvent[] {
  const { url, number } = facts;
  const said = {
    approved: 'approved',
    'changes-requested': 'asked for changes to',
  } as const;
  return [
    event(
      `${number}`,
      'opened',
      facts.createdAt,
      `#${number} was opened: ${facts.title}`,
      {
        actor: personOf(facts.author, people),
        url,
      },
    ),
    ...reviews.flatMap(review =>
      review.state === 'approved' || review.state === 'changes-requested'
        ? [
            event(
              `${number} ${review.login} ${review.at}`,
              review.state,
              review.at,
              `${personWords(review.login, people)} ${
                said[review.state]
              } #${number}`,
              { actor: personOf(review.login, people), url: review.url },
            ),
          ]
        : [],
    ),
    ...(facts.endedAt && facts.state !== 'open'
      ? [
          event(
            `${number}`,
            facts.state,
            facts.endedAt,
            facts.state === 'merged'
              ? `#${number} was merged`
              : `#${number} was closed without being merged`,
            { actor: facts.endedBy && personOf(facts.endedBy, people), url },
          ),
        ]
      : []),
  ];
}
