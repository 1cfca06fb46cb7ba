import type { DriftSeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftNews } from '../store/drift/driftNews';
import type { FleetDriftStore } from '../store/FleetDriftStore';
import type { NewsTopic } from './OwnerNotifications';

/** New drift that is at least as severe, and that it is over. */
export function driftTopic(
  store: FleetDriftStore,
  severity: DriftSeverity,
): NewsTopic<DriftNews> {
  return {
    topic: 'Drift',
    begun: 'New drift',
    ended: 'Drift is over',
    link: only =>
      only
        ? `/fleet/drift?drift=${encodeURIComponent(only.id)}`
        : '/fleet/drift',
    read: () => store.readDriftNews({ severity }),
    note: news => store.noteDriftNews(news),
  };
}
