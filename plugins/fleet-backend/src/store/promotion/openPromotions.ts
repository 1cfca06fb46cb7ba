import type { Knex } from 'knex';
import type { KeptPromotion } from '../../promotion/follow/KeptPromotion';
import { toKeptPromotion, type PromotionRow } from '../rows/PromotionRow';
import { withoutNulls } from '../sql/withoutNulls';
import { readChanges } from './changes';
import {
  keyOfPullRequest,
  readPullRequests,
  toPromotionPullRequest,
} from './readPullRequests';

/** Promotions of which a pull request is open, with it. */
export async function openPromotions(database: Knex): Promise<KeptPromotion[]> {
  const found: object[] = await database('promotions')
    .whereIn('state', ['waiting', 'ready', 'failed', 'superseded'])
    .whereIn(
      'application_id',
      database('promotion_changes')
        .join('pull_requests', join =>
          join
            .on('promotion_changes.repository', 'pull_requests.repository')
            .on('promotion_changes.number', 'pull_requests.number'),
        )
        .where('pull_requests.state', 'open')
        .select('promotion_changes.application_id'),
    )
    .orderBy('created_at');
  const promotions = found.map(row =>
    toKeptPromotion(withoutNulls<PromotionRow>(row)),
  );
  const wanted = promotions.flatMap(({ repository, waves }) =>
    waves.flatMap(({ number }) =>
      number === undefined ? [] : [{ repository, number }],
    ),
  );
  const pullRequests = await readPullRequests(database, wanted);
  const changes =
    wanted.length === 0
      ? []
      : await readChanges(database, query =>
          query.whereIn(
            ['repository', 'number'],
            wanted.map(({ repository, number }) => [repository, number]),
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
              read: changes.find(
                ({ repository, number }) =>
                  repository === promotion.repository &&
                  number === open.facts.number,
              ),
            },
          },
        ]
      : [];
  });
}
