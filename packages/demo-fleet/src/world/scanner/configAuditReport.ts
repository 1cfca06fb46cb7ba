import { KubernetesObject } from '../../types';
import { PodSpec } from '../manifests/podTemplate';
import { configChecks } from './configChecks';
import { reportOf } from './reportOf';

/** The ConfigAuditReport of a workload. */
export function configAuditReport(
  workload: KubernetesObject,
  pod: PodSpec,
  moment: Date,
): KubernetesObject {
  const { kind, metadata } = workload;
  const checks = configChecks.map(check => {
    const failing = pod.containers.filter(container =>
      check.fails(container, pod),
    );
    return {
      category: 'Kubernetes Security Check',
      checkID: check.id,
      description: check.description,
      messages: failing.map(
        ({ name }) =>
          `Container '${name}' of ${kind} '${metadata.name}' should ${check.should}`,
      ),
      remediation: check.remediation,
      severity: check.severity,
      success: failing.length === 0,
      title: check.title,
    };
  });
  const count = (word: string) =>
    checks.filter(({ success, severity }) => !success && severity === word)
      .length;
  return reportOf(
    'ConfigAuditReport',
    workload,
    {
      checks,
      summary: {
        criticalCount: 0,
        highCount: count('HIGH'),
        mediumCount: count('MEDIUM'),
        lowCount: count('LOW'),
      },
    },
    { moment },
  );
}
