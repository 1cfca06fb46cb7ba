import type { ClusterObjects } from '../types';
import { timestamp } from './timestamp';

const dayMs = 86_400_000;

/** Clients of the demo do without. */
const certificateAuthority =
  '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n';

/** The namespaces that every cluster begins with, each with what a controller puts into it for its pods. */
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
    cluster.put(
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'kube-root-ca.crt',
          namespace: name,
          creationTimestamp: timestamp(created),
          annotations: {
            'kubernetes.io/description':
              'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc.',
          },
        },
        data: { 'ca.crt': certificateAuthority },
      },
      { manager: 'kube-controller-manager' },
    );
  }
}
