import type { ClaimNews } from '../store/claims/claimNews';
import type { FleetClaimStore } from '../store/FleetClaimStore';
import type { NewsTopic } from './OwnerNotifications';

/** Claims that fail, and those that are ready. */
export function claimTopic(
  claims: Pick<FleetClaimStore, 'readNews' | 'noteNews'>,
): NewsTopic<ClaimNews> {
  return {
    topic: 'Provisioning',
    begun: 'Fails',
    ended: 'Is ready',
    link: only =>
      only
        ? `/fleet/provisioning/${encodeURIComponent(only.id)}`
        : '/fleet/provisioning',
    read: () => claims.readNews(),
    note: news => claims.noteNews(news),
  };
}
