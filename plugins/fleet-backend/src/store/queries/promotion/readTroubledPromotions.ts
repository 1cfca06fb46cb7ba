import type { AttentionItem } from '@fleetcommander/backstage-plugin-fleet-common';
import type { PromotionRow } from '../../rows/PromotionRow';
import { withoutNulls } from '../../sql/withoutNulls';
import type { SummaryQuery } from '../getSummary';
import type { QueryContext } from '../QueryContext';
import { wherePromotion } from './listPromotions';

type TroubledPromotion = Pick<
  PromotionRow,
  | 'id'
  | 'application'
  | 'environment'
  | 'to_stage'
  | 'state'
  | 'stuck'
  | 'branch_lacks'
  | 'progress_at'
> & { owner_refs?: string };

/**
 * Promotions that failed, wait for a person, or have not moved for too long; none where a filter narrows the summary to a part of what runs. Their own
 * words may name clusters that the caller does not see, so that these are told in others.
 */
export async function readTroubledPromotions(
  { database }: QueryContext,
  { access, filter }: SummaryQuery,
  most: number,
): Promise<{ items: AttentionItem[]; total: number }> {
  if (filter && filter.length > 0) {
    return { items: [], total: 0 };
  }
  const troubled = () => {
    const promotions = database('promotions')
      .whereNull('promotions.ended_at')
      .where(either =>
        either
          .whereIn('promotions.state', ['failed', 'ready'])
          .orWhere(waiting =>
            waiting
              .where('promotions.state', 'waiting')
              .where(called =>
                called
                  .whereNot('promotions.waits_for', '[]')
                  .orWhereNotNull('promotions.branch_lacks'),
              ),
          )
          .orWhereNotNull('promotions.stuck'),
      );
    wherePromotion(database, promotions, { access });
    return promotions;
  };
  const [{ total }] = await troubled().count({ total: '*' });
  const rows: object[] = await troubled()
    .leftJoin(
      'promotion_applications',
      'promotion_applications.id',
      'promotions.application_id',
    )
    .orderBy(['promotions.urgency', 'promotions.id'])
    .limit(most)
    .select('promotions.*', 'promotion_applications.owner_refs');
  return {
    total: Number(total),
    items: rows.map(row => toItem(withoutNulls<TroubledPromotion>(row))),
  };
}

function toItem(promotion: TroubledPromotion): AttentionItem {
  const { id, application, environment } = promotion;
  const owners: string[] = promotion.owner_refs
    ? JSON.parse(promotion.owner_refs)
    : [];
  return {
    type: 'promotion',
    title: application,
    ...troubleOf(promotion),
    since: promotion.progress_at,
    ownerRef: owners[0],
    promotionId: id,
    clusters: [],
    total: 0,
    environment,
  };
}

function troubleOf({
  state,
  stuck,
  to_stage: stage,
  progress_at: since,
  branch_lacks: lacks,
}: TroubledPromotion): Pick<AttentionItem, 'state' | 'summary'> {
  if (state === 'failed') {
    return {
      state: 'failing',
      summary: `its promotion to ${stage} failed after it was merged`,
    };
  }
  if (stuck !== undefined) {
    return {
      state: 'degraded',
      summary: `its promotion to ${stage} is stuck: nothing has moved since ${since}`,
    };
  }
  return {
    state: 'progressing',
    summary: waitsForWords(state, stage, lacks !== undefined),
  };
}

function waitsForWords(
  state: PromotionRow['state'],
  stage: string,
  hasOpenGates: boolean,
): string {
  if (state === 'ready') {
    return `waits to be merged, to enter ${stage}`;
  }
  return hasOpenGates
    ? `waits for what its branch requires, to enter ${stage}`
    : `waits for somebody to open a gate of ${stage}`;
}
