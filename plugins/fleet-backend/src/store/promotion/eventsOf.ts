import type { PromotionEvent } from '@fleetcommander/backstage-plugin-fleet-common';
import type { KeptPromotion } from '../../promotion/follow/KeptPromotion';
import { HiddenClusters } from '../../promotion/HiddenClusters';
import type { PromotionRequest } from '../../promotion/follow/PromotionGroup';
import { personOf } from '../../promotion/people/personOf';
import { eventId, type NewEvent } from './events';
import { requestEvents, type MakeEvent } from './requestEvents';

/** What happened to a promotion, by its pull requests and by what has become of it since it was looked at last. */
export function eventsOf(
  before: KeptPromotion | undefined,
  after: KeptPromotion,
  requests: readonly PromotionRequest[],
  now: Date,
): NewEvent[] {
  const { id, pipelineId, application, to: stage, environment } = after;
  const words = `${
    after.action === 'promote' ? 'promotion' : 'rollback'
  } of ${application} to ${stage}`;
  const event = (
    key: string,
    type: PromotionEvent['type'],
    at: string,
    summary: string,
    more: Pick<PromotionEvent, 'actor' | 'url'> = {},
  ): NewEvent => ({
    id: eventId(id, type, key),
    at,
    type,
    summary,
    promotionId: id,
    pipelineId,
    application,
    stage,
    environment,
    from: after.fromVersion,
    to: after.version,
    ...more,
  });
  const [first] = requests;
  return [
    event('', 'requested', after.createdAt, `${words} was asked for`, {
      actor: after.requester ?? personOf(first.facts.author, first.mark.people),
      url: first.facts.url,
    }),
    ...requests.flatMap(({ facts, mark, reviews }) =>
      requestEvents({ facts, reviews, people: mark.people }, event),
    ),
    ...ofWaves(before, after, event, now),
    ...ofEnd(before, after, event, now),
  ];
}

function ofWaves(
  before: KeptPromotion | undefined,
  { waves }: KeptPromotion,
  event: MakeEvent,
  now: Date,
): NewEvent[] {
  // One alone begins with the merge and is done with the whole.
  if (waves.length < 2) {
    return [];
  }
  return waves.flatMap((wave, index) => {
    const name = `wave ${index + 1}, ${wave.title},`;
    const had = before?.waves[index];
    const isDone = wave.state === 'done' && had?.state !== 'done';
    return [
      ...(wave.startedAt
        ? [event(`${index}`, 'wave-started', wave.startedAt, `${name} began`)]
        : []),
      ...(isDone
        ? [
            event(
              `${index}`,
              'wave-done',
              wave.endedAt ?? now.toISOString(),
              `${name} ${wave.summary}`,
            ),
          ]
        : []),
    ];
  });
}

function ofEnd(
  before: KeptPromotion | undefined,
  after: KeptPromotion,
  event: MakeEvent,
  now: Date,
): NewEvent[] {
  if (before?.state === after.state) {
    return [];
  }
  if (after.state === 'done') {
    return [
      event('', 'done', after.endedAt ?? now.toISOString(), after.summary),
    ];
  }
  const hasEnded = after.endedAt !== undefined;
  const isTold =
    hasEnded && before?.waves.some(({ failure }) => failure !== undefined);
  if (after.state !== 'failed' || isTold) {
    return [];
  }
  const at = now.toISOString();
  return [
    event(at, 'failed', at, withoutClusters(after)),
    // One that has ended was taken back already.
    ...(after.action === 'promote' && !hasEnded
      ? [
          event(
            '',
            'rollback-offered',
            at,
            `the way back to ${
              after.fromVersion ?? 'what ran before'
            } is offered`,
          ),
        ]
      : []),
  ];
}

/** Events are told to all who see a part of the pipeline, and some of them do not see every cluster. */
function withoutClusters({ summary, waves }: KeptPromotion): string {
  const names = waves.flatMap(({ clusters }) => clusters);
  const clusters = new HiddenClusters(names);
  const told = summary.split('; ').map(words => {
    const name = names.find(one => words.startsWith(`${one}: `));
    const rest = name ? words.slice(`${name}: `.length) : words;
    return clusters.isNamedIn(rest) ? 'it is not well where it went' : rest;
  });
  // What befell several clusters is said once.
  return [...new Set(told)].join('; ');
}
