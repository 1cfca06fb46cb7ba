import type {
  KubernetesObject,
  PolicyResultFacts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, numberOf, textOf, type Fields } from '../fields';
import { fieldIn } from '../policy/fieldIn';
import { severityOf } from '../policy/severityOf';
import { policyOfEntry } from './policyOfEntry';
import { subjectsOf } from './subjectsOf';
import { exceptionsOf, type ReportedVerdict } from './verdictOf';

const longest = 2_000;

/** Labels in which older reporters say who they are. */
const sourceLabels = [
  'wgpolicyk8s.io/engine',
  'policy.kubernetes.io/engine',
  'app.kubernetes.io/managed-by',
];

/** The results that are kept of one entry of a report: one for each resource that it is about. */
export function resultsOf(
  entry: Fields,
  { kept, problem }: ReportedVerdict,
  report: KubernetesObject,
): PolicyResultFacts[] {
  if (!kept) {
    return [];
  }
  const properties = fieldsOf(entry.properties);
  const source = textOf(entry.source) ?? sourceOf(report);
  const named = policyOfEntry(entry, source);
  const told = textOf(entry.message) ?? textOf(entry.description);
  const message = [problem, told ?? named.policy]
    .filter(Boolean)
    .join(': ')
    .slice(0, longest);
  const exceptions = exceptionsOf(entry);
  return subjectsOf(entry, report).map(subject => ({
    ...named,
    verdict: kept,
    severity: severityOf(entry.severity) ?? severityOf(properties.severity),
    category: textOf(entry.category) ?? textOf(properties.category),
    source,
    subject,
    message,
    field: fieldIn(message),
    remedy: remedyOf(properties)?.slice(0, longest),
    exceptions: exceptions.length > 0 ? exceptions : undefined,
    at: pointInTime(entry.timestamp),
  }));
}

function sourceOf(report: KubernetesObject): string {
  const labels = fieldsOf(report.metadata.labels);
  const [label] = sourceLabels.map(key => textOf(labels[key])).filter(Boolean);
  return textOf(report.source) ?? label ?? 'unknown';
}

function remedyOf(properties: Fields): string | undefined {
  const fixed = textOf(properties.FixedVersion);
  const installed = textOf(properties.InstalledVersion);
  return (
    textOf(properties.remediation)?.trim() ??
    (fixed && `update ${installed ? `from ${installed} ` : ''}to ${fixed}`)
  );
}

/** Kubernetes writes times in reports as seconds and nanoseconds; zero is none. */
function pointInTime(value: unknown): string | undefined {
  const { seconds, nanos } = fieldsOf(value);
  const from = numberOf(seconds);
  // Some adapters write nanoseconds that are none.
  const extra = numberOf(nanos) ?? 0;
  const milliseconds = extra >= 0 && extra < 1e9 ? Math.floor(extra / 1e6) : 0;
  const time = new Date((from ?? 0) * 1000 + milliseconds);
  return from && from > 0 && !Number.isNaN(time.getTime())
    ? time.toISOString()
    : undefined;
}
