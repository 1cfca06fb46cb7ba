import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import type {
  ClusterLease,
  ClusterPollState,
  CollectionKey,
  FleetPollStore,
} from '../store/FleetPollStore';
import { isReadBy } from './ReadableKind';

/**
 * What the store knows of a cluster, without what no engine reads any more: that goes at once, whether the cluster answers or not.
 * Answers whether anything went.
 */
export async function takeOver(options: {
  store: FleetPollStore;
  lease: ClusterLease;
  engines: readonly Engine[];
}): Promise<{ state: ClusterPollState; changed: boolean }> {
  const { store, lease, engines } = options;
  const stored = await store.readPollState(lease.cluster);
  const isRead = (key: CollectionKey) => isReadBy(engines, key);
  const forget = stored.collections.filter(key => !isRead(key));
  if (forget.length > 0) {
    await store.write(lease, { at: new Date(), collections: [], forget });
  }
  return {
    state: { ...stored, collections: stored.collections.filter(isRead) },
    changed: forget.length > 0,
  };
}
