import { KubernetesObject } from '../../types';
import { timestamp } from '../status/conditions';

/** What every report of the Trivy operator is marked with: what it is about, and for how long it holds. */
export function reportOf(
  kind: string,
  workload: KubernetesObject,
  report: object,
  options: { moment: Date; container?: string },
): KubernetesObject {
  const { apiVersion, metadata } = workload;
  const { name, namespace = '', uid } = metadata;
  const { moment, container } = options;
  return {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind,
    metadata: {
      name: [workload.kind.toLowerCase(), name, container]
        .filter(Boolean)
        .join('-'),
      namespace,
      annotations: {
        'trivy-operator.aquasecurity.github.io/report-ttl': '24h0m0s',
      },
      labels: {
        'app.kubernetes.io/managed-by': 'trivy-operator',
        'trivy-operator.resource.kind': workload.kind,
        'trivy-operator.resource.name': name,
        'trivy-operator.resource.namespace': namespace,
        ...(container && { 'trivy-operator.container.name': container }),
      },
      ownerReferences: [
        {
          apiVersion,
          kind: workload.kind,
          name,
          uid,
          controller: true,
          blockOwnerDeletion: false,
        },
      ],
    },
    report: {
      ...report,
      scanner: { name: 'Trivy', vendor: 'Aqua Security', version: '0.69.3' },
      updateTimestamp: timestamp(moment),
    },
  };
}
