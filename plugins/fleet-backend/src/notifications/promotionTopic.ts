import type { FleetPromotionStore } from '../store/FleetPromotionStore';
import type { PromotionNews } from '../store/promotion/promotionNews';
import type { NewsTopic } from './OwnerNotifications';

/** Promotions that wait for their owners, are stuck or failed, and those that are done. */
export function promotionTopic(
  promotions: Pick<FleetPromotionStore, 'readNews' | 'noteNews'>,
): NewsTopic<PromotionNews> {
  return {
    topic: 'Promotion',
    begun: 'Needs you',
    ended: 'Runs everywhere',
    link: only =>
      only
        ? `/fleet/promotions/${encodeURIComponent(only.id)}`
        : '/fleet/promotions',
    read: () => promotions.readNews(),
    note: news => promotions.noteNews(news),
  };
}
