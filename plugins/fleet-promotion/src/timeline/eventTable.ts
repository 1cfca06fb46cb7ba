import type { PromotionEvent } from '@fleetcommander/backstage-plugin-fleet-common';

/** A timeline as the table of a file. */
export function eventTable(events: readonly PromotionEvent[]): string[][] {
  return [
    [
      'time',
      'event',
      'who',
      'summary',
      'application',
      'stage',
      'environment',
      'from',
      'to',
      'promotion',
      'entities',
      'in Git',
    ],
    ...events.map(event => [
      event.at,
      event.type,
      event.actor ?? '',
      event.summary,
      event.application ?? '',
      event.stage ?? '',
      event.environment ?? '',
      event.from ?? '',
      event.to ?? '',
      event.promotionId ?? '',
      event.entityRefs.join(' '),
      event.url ?? '',
    ]),
  ];
}
