import type { SimulatedCluster } from './SimulatedCluster';
import { timestamp } from './timestamp';

const lifetimeMs = 3_600_000;

/** Events live for an hour after they were last seen. */
export function forgetOldEvents(cluster: SimulatedCluster): void {
  const horizon = timestamp(new Date(cluster.now().getTime() - lifetimeMs));
  for (const { metadata, lastTimestamp } of cluster.list('', 'events')) {
    const { name, namespace, creationTimestamp } = metadata;
    const seen = lastTimestamp ?? creationTimestamp;
    if (typeof seen === 'string' && seen < horizon) {
      cluster.remove({ group: '', plural: 'events', namespace, name });
    }
  }
}
