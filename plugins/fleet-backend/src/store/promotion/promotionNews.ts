import type { OwnerNews } from '../../notifications/OwnerNotifications';

/** Something about a promotion that its owners are to be told. */
export interface PromotionNews extends OwnerNews {
  what: 'waits' | 'stuck' | 'failed' | 'done';
}
