import type { Knex } from 'knex';
import type { KeptPromotion } from '../../promotion/follow/KeptPromotion';
import { toKeptPromotion, type PromotionRow } from '../rows/PromotionRow';
import { withoutNulls } from '../sql/withoutNulls';
import {
  keyOfPullRequest,
  readPullRequests,
  toPromotionPullRequest,
} from './readPullRequests';

/** Promotions of which a pull request is open, with it. */
export async function openPromotions(database: Knex): Promise<KeptPromotion[]> {
  const found: object[] = await database('promotions')
    .whereIn('state', ['waiting', 'ready', 'failed'])
    .orderBy('created_at');
  const promotions = found.map(row =>
    toKeptPromotion(withoutNulls<PromotionRow>(row)),
  );
  const pullRequests = await readPullRequests(
    database,
    promotions.flatMap(({ repository, waves }) =>
      waves.flatMap(({ number }) =>
        number === undefined ? [] : [{ repository, number }],
      ),
    ),
  );
  return promotions.flatMap(promotion => {
    const open = promotion.waves
      .flatMap(({ number }) =>
        number === undefined
          ? []
          : pullRequests.get(keyOfPullRequest(promotion.repository, number)) ??
            [],
      )
      .find(({ facts }) => facts.state === 'open');
    return open
      ? [
          {
            ...promotion,
            pullRequest: {
              ...toPromotionPullRequest(open),
              head: open.mark.head,
              updatedAt: open.mark.updatedAt,
            },
          },
        ]
      : [];
  });
}
