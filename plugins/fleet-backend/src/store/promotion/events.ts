import {
  promotionEventTypes,
  type PromotionEvent,
  type PromotionEventType,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';

/** Something that happened, before it is told whose it is. */
export type NewEvent = Omit<PromotionEvent, 'entityRefs'> & {
  pipelineId?: string;
  /** Of what is of all applications of a repository. */
  repository?: string;
};

/** Of the same moment, ids come in the order in which one thing leads to the other. */
export function eventId(
  promotionId: string,
  type: PromotionEventType,
  key: string,
): string {
  const rank = `${promotionEventTypes.indexOf(type)}`.padStart(2, '0');
  return `${promotionId} ${rank} ${key}`.trimEnd();
}

/** Longer ones are cut: what people write is of any length. */
const longestSummary = 500;

/** Adds what is not known yet, by its id. */
export async function addEvents(
  trx: Knex,
  events: readonly NewEvent[],
): Promise<void> {
  for (const event of events) {
    await trx('promotion_events')
      .insert({
        id: event.id,
        // Some hosts tell no milliseconds, and texts are put in order.
        at: new Date(event.at).toISOString(),
        type: event.type,
        summary: event.summary.slice(0, longestSummary),
        actor: event.actor ?? null,
        promotion_id: event.promotionId ?? null,
        application_id: event.pipelineId ?? null,
        repository: event.repository ?? null,
        application: event.application ?? null,
        stage: event.stage ?? null,
        environment: event.environment ?? null,
        from_version: event.from ?? null,
        to_version: event.to ?? null,
        url: event.url ?? null,
      })
      .onConflict('id')
      .ignore();
  }
}
