import { ClusterObjects, KubernetesObject } from '../../types';
import { PodTemplate, podTemplateOf } from '../manifests/podTemplate';
import { refOf } from '../resources/refOf';
import { before } from '../status/conditions';
import { configAuditReport } from './configAuditReport';
import { vulnerabilityReports } from './vulnerabilityReports';

const group = 'aquasecurity.github.io';
const reports = ['vulnerabilityreports', 'configauditreports'] as const;
const daySeconds = 24 * 3600;

/** The operator scans the ReplicaSets of Deployments, and not those. */
const scanned = [
  ['apps', 'replicasets'],
  ['apps', 'statefulsets'],
  ['apps', 'daemonsets'],
  ['batch', 'cronjobs'],
] as const;

/** Takes away the reports that are a day old, or of what is gone, and writes those that are missing as found at a moment. */
export function scanWorkloads(cluster: ClusterObjects, moment: Date): void {
  const workloads = scanned.flatMap(([of, plural]) => cluster.list(of, plural));
  const present = new Set(workloads.map(({ metadata }) => metadata.uid));
  const yesterday = before(moment, daySeconds);
  const reported = new Set<string>();
  for (const report of reports.flatMap(plural => cluster.list(group, plural))) {
    const { updateTimestamp } = report.report as { updateTimestamp: string };
    const [owner] = report.metadata.ownerReferences as { uid: string }[];
    if (present.has(owner.uid) && new Date(updateTimestamp) > yesterday) {
      reported.add(owner.uid);
    } else {
      cluster.remove(refOf(report));
    }
  }
  for (const workload of workloads) {
    if (!reported.has(workload.metadata.uid!)) {
      for (const report of reportsOn(workload, moment)) {
        cluster.put(report, { manager: 'trivy-operator' });
      }
    }
  }
}

function reportsOn(
  workload: KubernetesObject,
  moment: Date,
): KubernetesObject[] {
  const template =
    workload.kind === 'ReplicaSet'
      ? (workload.spec as { template: PodTemplate }).template
      : podTemplateOf(workload);
  return template
    ? [
        ...vulnerabilityReports(workload, template.spec, moment),
        configAuditReport(workload, template.spec, moment),
      ]
    : [];
}
