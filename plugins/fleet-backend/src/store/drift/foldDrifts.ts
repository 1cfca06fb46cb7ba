import { createHash } from 'node:crypto';
import {
  driftSeverities,
  type DriftSeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';
import { steadyText } from '../../drift/steadyText';
import type { DriftRow, DriftScope } from '../rows/DriftRow';

/** What findings are about, and where it is. */
export interface DriftSubject
  extends Pick<
    DriftRow,
    | 'engine'
    | 'application_kind'
    | 'cluster'
    | 'at_cluster'
    | 'target_cluster'
    | 'namespace'
    | 'target_namespace'
    | 'name'
    | 'delivery_key'
  > {
  subject: string;
  scope: DriftScope;
  /** Of the application, where there is one. */
  record_id?: string;
}

/** An occurrence that is over. */
export interface DriftEpisode {
  since: string;
  endedAt: string;
}

export const mostEpisodes = 20;

/**
 * What the ledger says of a subject once these are its findings: rows to write, none that stay as they are. The same drift has the
 * same id for ever, so that one that ended and is found again came back; and no onset lies in the future, whatever a cluster's
 * clock says.
 */
export function foldDrifts(options: {
  subject: DriftSubject;
  findings: readonly DriftFinding[];
  /** Whether they are all; if not, what is not among them goes on. */
  complete: boolean;
  /** Of the subject and its scope. */
  existing: readonly DriftRow[];
  severityOf: (finding: DriftFinding) => DriftSeverity;
  /** In UTC. */
  now: string;
}): DriftRow[] {
  const { subject, findings, complete, existing, severityOf, now } = options;
  const before = new Map(existing.map(row => [row.id, row]));
  const found = new Map<string, DriftRow>();
  for (const finding of findings) {
    const id = driftId(subject, finding);
    found.set(
      id,
      rowOf(id, before.get(id), {
        subject,
        finding,
        severity: severityOf(finding),
        now,
      }),
    );
  }
  const over = (row: DriftRow) =>
    complete && row.ended_at === undefined && !found.has(row.id);
  const ended = existing
    .filter(over)
    .map(row => ({ ...row, ended_at: now, seen_at: now }));
  const written = [...found.values()].filter(row => {
    const known = before.get(row.id);
    return !known || !isSame(known, row);
  });
  return [...written, ...ended];
}

/** The same drift has the same id for ever. */
export function driftId(
  { subject, scope }: DriftSubject,
  { kind, key }: DriftFinding,
): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, scope, kind, key]))
    .digest('base64url')
    .slice(0, 32);
}

/** An open drift, as it goes on or begins. */
export function rowOf(
  id: string,
  before: DriftRow | undefined,
  options: {
    subject: DriftSubject;
    finding: DriftFinding;
    severity: DriftSeverity;
    now: string;
  },
): DriftRow {
  const { subject, finding, severity, now } = options;
  const goesOn = before && before.ended_at === undefined;
  const since = goesOn
    ? before.since
    : onsetOf(finding.since, { now, after: before?.ended_at });
  return {
    ...subject,
    record_id: subject.record_id ?? '',
    id,
    kind: finding.kind,
    severity,
    rank: driftSeverities.indexOf(severity),
    summary: finding.summary,
    manager: finding.manager,
    finding: JSON.stringify(finding),
    since,
    first_since: before?.first_since ?? since,
    seen_at: now,
    ended_at: undefined,
    times: goesOn ? before.times : (before?.times ?? 0) + 1,
    episodes: goesOn ? before.episodes : episodesOf(before),
    // Who has seen it before has not seen that it is back; who does not want to hear of it said until when.
    acknowledged: goesOn ? before.acknowledged : undefined,
    muted: before?.muted,
    muted_until: before?.muted_until,
    told: goesOn ? before.told : undefined,
    search: [
      finding.kind,
      finding.summary,
      subject.name,
      subject.namespace,
      subject.at_cluster,
      finding.object?.name,
      finding.manager,
    ]
      .join(' ')
      .toLowerCase(),
  };
}

/** Not before it last ended, and not after now. */
function onsetOf(
  since: string | undefined,
  { now, after }: { now: string; after?: string },
): string {
  const told = since === undefined ? NaN : Date.parse(since);
  if (Number.isNaN(told)) {
    return now;
  }
  const onset = new Date(told).toISOString();
  const earliest = after !== undefined && after > onset ? after : onset;
  return earliest > now ? now : earliest;
}

function episodesOf(before: DriftRow | undefined): string {
  if (before?.ended_at === undefined) {
    return '[]';
  }
  const past: DriftEpisode[] = JSON.parse(before.episodes);
  const last = { since: before.since, endedAt: before.ended_at };
  return JSON.stringify([last, ...past].slice(0, mostEpisodes));
}

function isSame(before: DriftRow, row: DriftRow): boolean {
  return (
    before.ended_at === undefined &&
    saysTheSame(before.finding, row.finding) &&
    before.severity === row.severity &&
    before.at_cluster === row.at_cluster &&
    before.target_cluster === row.target_cluster &&
    before.delivery_key === row.delivery_key
  );
}

/** The words of an engine that fails again and again tell each time how long it took. */
function saysTheSame(before: string, finding: string): boolean {
  return before === finding || steady(before) === steady(finding);
}

function steady(text: string): string {
  const finding: DriftFinding = JSON.parse(text);
  return JSON.stringify({ ...finding, summary: steadyText(finding.summary) });
}
