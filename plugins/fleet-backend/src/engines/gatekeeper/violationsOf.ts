import type {
  KubernetesObject,
  PolicyReportRecord,
  PolicyResultFacts,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, itemsOf, textOf, timeOf } from '../fields';
import { fieldIn } from '../policy/fieldIn';
import { noVerdicts, reportRecord } from '../policy/reportRecord';
import { annotatedSeverity } from '../policy/severityOf';
import { staleAfter } from '../policy/staleAfter';

/** It audits each minute, unless told to take hours for a large cluster. */
const auditHours = 3;

/**
 * What the audit found to break a constraint; nothing when it was never audited. Gatekeeper lists the first violations only, 20 unless
 * configured otherwise, and says how many there are.
 */
export function violationsOf(
  constraint: KubernetesObject,
  context: ProjectionContext,
): PolicyReportRecord[] {
  const status = fieldsOf(constraint.status);
  const at = timeOf(status.auditTimestamp);
  const listed = itemsOf(status.violations);
  if (!at && listed.length === 0) {
    return [];
  }
  const total = countOf(status.totalViolations, listed.length);
  return [
    reportRecord('gatekeeper', constraint, context, {
      tally: { ...noVerdicts, fail: listed.length },
      stated: total < listed.length ? { fail: total } : undefined,
      cappedOf: total > listed.length ? total : undefined,
      results: listed.map(violation => resultOf(violation, constraint, at)),
      staleAt: staleAfter(at, auditHours),
    }),
  ];
}

function resultOf(
  value: unknown,
  constraint: KubernetesObject,
  at: string | undefined,
): PolicyResultFacts {
  const violation = fieldsOf(value);
  const group = textOf(violation.group);
  const version = textOf(violation.version);
  const { kind, metadata } = constraint;
  const message = textOf(violation.message) ?? `breaks ${kind}`;
  return {
    policy: `${kind}/${metadata.name}`,
    policyKind: kind,
    verdict: 'fail',
    severity: annotatedSeverity(metadata),
    source: 'gatekeeper',
    subject: {
      apiVersion: [group, version].filter(Boolean).join('/') || undefined,
      kind: textOf(violation.kind) ?? 'unknown',
      namespace: textOf(violation.namespace),
      name: textOf(violation.name) ?? 'unknown',
    },
    message: message.slice(0, 2_000),
    field: fieldIn(message),
    at,
  };
}
