import type { Knex } from 'knex';
import { areOpen } from '../../promotion/areOpen';
import type { OwnerNews } from '../../notifications/OwnerNotifications';
import { toKeptPromotion, type PromotionRow } from '../rows/PromotionRow';
import { withoutNulls } from '../sql/withoutNulls';

/** Something about a promotion that its owners are to be told. */
export interface PromotionNews extends OwnerNews {
  what: 'waits' | 'stuck' | 'failed' | 'done';
}

/** Nobody is told of what is longer ago, as after an upgrade or the loss of the database. */
const newsMs = 24 * 60 * 60_000;
const mostNews = 100;

/** Promotions that wait for a person, are stuck, failed or are done, whose owners have not been told. */
export async function readPromotionNews(
  database: Knex,
  now: Date,
): Promise<PromotionNews[]> {
  const since = new Date(now.getTime() - newsMs).toISOString();
  const found: object[] = await database('promotions')
    .join(
      'promotion_applications',
      'promotion_applications.id',
      'promotions.application_id',
    )
    .whereNotNull('promotion_applications.owner_refs')
    .where(recent =>
      recent
        .where('promotions.progress_at', '>=', since)
        .orWhereNotNull('promotions.stuck'),
    )
    .whereIn('promotions.state', [
      'waiting',
      'ready',
      'rolling-out',
      'failed',
      'done',
    ])
    .orderBy(['promotions.urgency', 'promotions.id'])
    .select('promotions.*', 'promotion_applications.owner_refs');
  return found
    .flatMap((item): PromotionNews[] => {
      const row = withoutNulls<
        PromotionRow & { owner_refs: string; told?: string }
      >(item);
      const what = whatOf(row);
      return what === undefined || what === row.told
        ? []
        : [
            {
              id: row.id,
              what,
              title: row.application,
              cluster: row.environment,
              summary: row.stuck ?? row.summary,
              severity: what === 'waits' || what === 'done' ? 'medium' : 'high',
              ended: what === 'done',
              ownerRefs: JSON.parse(row.owner_refs),
            },
          ];
    })
    .slice(0, mostNews);
}

/** Their owners have been told. */
export async function notePromotionNews(
  database: Knex,
  news: readonly Pick<PromotionNews, 'id' | 'what'>[],
): Promise<void> {
  for (const { id, what } of news) {
    await database('promotions').where({ id }).update({ told: what });
  }
}

function whatOf(row: PromotionRow): PromotionNews['what'] | undefined {
  const { state, stuck, gates, waitsFor } = toKeptPromotion(row);
  if (state === 'failed' || state === 'done') {
    return state;
  }
  if (stuck !== undefined) {
    return 'stuck';
  }
  const isForPeople =
    state === 'ready' ||
    (state === 'waiting' &&
      ((waitsFor.length > 0 && areOpen(gates)) ||
        gates.some(
          gate => gate.state === 'waiting' && gate.waitsFor.length > 0,
        )));
  return isForPeople ? 'waits' : undefined;
}
