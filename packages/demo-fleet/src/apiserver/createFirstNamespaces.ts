import type { ClusterObjects } from '../types';
import { timestamp } from './timestamp';

const dayMs = 86_400_000;

/** The namespaces that every cluster begins with. */
export function createFirstNamespaces(
  cluster: ClusterObjects,
  ageDays: number,
): void {
  const created = new Date(cluster.now().getTime() - ageDays * dayMs);
  for (const name of [
    'default',
    'kube-node-lease',
    'kube-public',
    'kube-system',
  ]) {
    cluster.put(
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          creationTimestamp: timestamp(created),
          labels: { 'kubernetes.io/metadata.name': name },
        },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      },
      { manager: 'kube-apiserver' },
    );
  }
}
